using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using NhiGraph.Loaders.Input;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Loaders.Aws.Live.Fetch;

/// <summary>Collects what AWS gives of an account. What looks like a secret is taken out here, before anything is kept or saved.</summary>
internal sealed class AccountDocuments(string account)
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly List<LiveFile> files = [];
    private readonly List<LiveGap> gaps = [];
    private readonly List<Problem> notes = [];

    internal string Account => account;

    /// <summary>No list that names users came whole.</summary>
    internal bool LacksUsers => gaps.Any(gap => gap.Dataset == AwsDatasets.Users) && gaps.Any(gap => gap.Dataset == AwsDatasets.CredentialReport);

    /// <param name="name">Of the file, without its ending.</param>
    internal void Add(string kind, string name, IEnumerable<JsonObject> documents)
    {
        using var text = new MemoryStream();
        foreach (JsonObject document in documents)
        {
            SecretSieve.Take(document, name, notes);
            JsonSerializer.Serialize(text, document, Readable);
            text.WriteByte((byte)'\n');
        }

        if (text.Length > 0)
        {
            byte[] content = text.ToArray();
            string file = name + ".json";
            files.Add(new LiveFile(kind, file, new ExportFile($"{account}/{file}", () => new MemoryStream(content, writable: false))));
        }
    }

    /// <summary>Something that the call was for did not come.</summary>
    internal void Miss(LiveCall call, DatasetState state, Problem problem) => gaps.AddRange(call.Datasets.Select(dataset => new LiveGap(dataset, state, problem)));

    internal LiveAccount Close() => new(account, [.. files], [.. gaps], [.. notes]);
}
