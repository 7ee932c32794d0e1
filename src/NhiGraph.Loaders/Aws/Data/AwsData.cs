using System.Security.Cryptography;
using System.Text;

namespace NhiGraph.Loaders.Aws.Data;

/// <summary>The rule data that is built into this assembly: tab-separated lines (<c>#</c> begins a comment) and JSON. The README beside them names their sources.</summary>
internal static class AwsData
{
    private static readonly string[] Files = ["actions.tsv", "capability-defaults.tsv", "capability-overrides.tsv", "consent.tsv", "global-services.tsv", "oidc-subjects.json", "rcp-services.tsv", "resource-forms.tsv", "resource-types.tsv", "service-rules.tsv", "techniques.json", "user-credentials.json", "vendor-accounts.tsv", "workloads.json"];

    /// <summary>The fields of each line.</summary>
    internal static IEnumerable<string[]> Lines(string file)
    {
        using var reader = new StreamReader(Open(file), Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return line.Split('\t');
            }
        }
    }

    internal static Stream Open(string file) =>
        typeof(AwsData).Assembly.GetManifestResourceStream("NhiGraph.Loaders.Aws.Data." + file) ?? throw new InvalidOperationException($"{file} is not built into this assembly.");

    /// <summary>SHA-256 over all of it.</summary>
    internal static string Hash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string file in Files)
        {
            using Stream stream = Open(file);
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            hash.AppendData(Encoding.UTF8.GetBytes(file));
            hash.AppendData(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
