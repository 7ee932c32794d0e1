using NhiGraph.Loaders.Aws.Policy;

namespace NhiGraph.Loaders.Aws.Derive;

/// <summary>Finds the resources of one service that a pattern may match: those whose own part of the ARN begins as the pattern's does. O(log n) and what is found.</summary>
internal sealed class CatalogIndex
{
    private readonly CatalogEntry[] sorted;

    internal CatalogIndex(IEnumerable<CatalogEntry> entries) => sorted = [.. entries.OrderBy(entry => entry.Arn.Resource, StringComparer.Ordinal).ThenBy(entry => entry.Key, StringComparer.Ordinal)];

    internal IReadOnlyList<CatalogEntry> All => sorted;

    internal ReadOnlySpan<CatalogEntry> Beginning(ArnPattern pattern)
    {
        string resource = ResourceCatalog.WholeOf(pattern.Text) is { } whole ? ArnPattern.Parse(whole).Resource : pattern.Resource;
        int wild = resource.AsSpan().IndexOfAny('*', '?');
        ReadOnlySpan<char> prefix = resource.AsSpan(0, wild < 0 ? resource.Length : wild);
        int first = First(prefix, past: false);
        int end = First(prefix, past: true);
        return sorted.AsSpan(first, end - first);
    }

    /// <summary>The first entry that does not come before those with the prefix, or that comes after them.</summary>
    private int First(ReadOnlySpan<char> prefix, bool past)
    {
        int low = 0, high = sorted.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            ReadOnlySpan<char> resource = sorted[middle].Arn.Resource;
            int order = resource[..Math.Min(resource.Length, prefix.Length)].SequenceCompareTo(prefix);
            if (order < 0 || (past && order == 0))
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
