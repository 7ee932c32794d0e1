using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using NhiGraph.Graph.Model;

namespace NhiGraph.Loaders.Aws.Trail;

/// <summary>One kind of event that tells of creators (<c>trail-events.tsv</c>).</summary>
/// <param name="Name">Slash-separated members that lead to the thing's ARN or id; empty where only its user's or role's name tells.</param>
/// <param name="Of">The same for the user, role or group.</param>
/// <param name="Stands">Where the record of that user, role or group has what was given: a list with the member that names it, or a member.</param>
internal sealed record TrailEvent(string Source, string Event, TrailEffect Effect, TrailThing Thing, string Name, string Of, string Stands)
{
    private const string File = "NhiGraph.Loaders.Aws.Trail.trail-events.tsv";

    private static readonly FrozenDictionary<string, TrailEvent> ByName = Text().Split('\n').Where(line => line.Length > 0 && line[0] != '#').Select(Parse).ToFrozenDictionary(known => known.Event, StringComparer.Ordinal);

    internal static IEnumerable<TrailEvent> All => ByName.Values;

    internal static string Hash { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text())));

    /// <summary>Null for an event that tells nothing here.</summary>
    internal static TrailEvent? Find(string? source, string? name) => name is not null && ByName.TryGetValue(name, out TrailEvent? known) && known.Source == source ? known : null;

    private static TrailEvent Parse(string line)
    {
        string[] fields = line.Split('\t');
        return VocabularyText.TryParse(fields[2], out TrailEffect effect) && VocabularyText.TryParse(fields[3], out TrailThing thing)
            ? new(fields[0], fields[1], effect, thing, fields[4], fields[5], fields.Length > 6 ? fields[6] : "")
            : throw new InvalidOperationException($"{File}: {line}");
    }

    private static string Text()
    {
        using Stream stream = typeof(TrailEvent).Assembly.GetManifestResourceStream(File) ?? throw new InvalidOperationException($"{File} is not built into this assembly.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
