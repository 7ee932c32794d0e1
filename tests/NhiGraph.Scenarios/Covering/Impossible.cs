using System.Collections.Immutable;

namespace NhiGraph.Scenarios.Covering;

/// <summary>What no scenario can show, as <c>impossible.tsv</c> lists it.</summary>
internal static class Impossible
{
    /// <summary>Pairs of a link, reason or question with a state.</summary>
    internal static ImmutableSortedSet<string> Pairs { get; } = [.. Lines().Select(line => $"{line[0]} {line[1]}")];

    internal static IEnumerable<string[]> Lines()
    {
        using Stream file = typeof(Impossible).Assembly.GetManifestResourceStream("impossible")!;
        using var reader = new StreamReader(file);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#').Select(line => line.Split('\t'))];
    }
}
