using System.Collections.Immutable;
using NhiGraph.Loaders.Aws.Read;
using NhiGraph.Loaders.Input;

namespace NhiGraph.Loaders.Sample;

/// <summary>An invented company's two AWS accounts, as files in the form that AWS prints, for the real loaders (README.md tells its story).</summary>
public static class SampleEstate
{
    private const string Prefix = "sample/";

    private static readonly string[] Accounts = ["111122223333", "444455556666"];

    /// <summary>The files of both accounts, for <see cref="AwsExport.ReadAsync"/>; they come with the program.</summary>
    public static AwsExportFiles Files { get; } = new(Of("authorization-details.json"), Of("credential-report.csv"), Of("access-keys.json"), Of("resources.json"));

    /// <summary>Writes every file to <c>{directory}/{account}/{name}</c>, over what stands there, so that one can look at them and load them as one's own.</summary>
    /// <returns>The paths written.</returns>
    public static async Task<ImmutableArray<string>> WriteAsync(string directory, CancellationToken cancellation)
    {
        ImmutableArray<string>.Builder written = ImmutableArray.CreateBuilder<string>();
        foreach (ExportFile file in (IEnumerable<ExportFile>)[.. Files.AuthorizationDetails, .. Files.CredentialReports, .. Files.AccessKeys, .. Files.Resources])
        {
            string path = Path.Combine(directory, file.Name[Prefix.Length..]);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await using Stream from = file.Open();
            await using FileStream to = File.Create(path);
            await from.CopyToAsync(to, cancellation);
            written.Add(path);
        }

        return written.DrainToImmutable();
    }

    private static ImmutableArray<ExportFile> Of(string file) => [.. Accounts.Select(account => Embedded($"{Prefix}{account}/{file}"))];

    private static ExportFile Embedded(string name) =>
        new(name, () => typeof(SampleEstate).Assembly.GetManifestResourceStream(name) ?? throw new FileNotFoundException($"The program was built without {name}."));
}
