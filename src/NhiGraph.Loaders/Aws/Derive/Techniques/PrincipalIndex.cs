using NhiGraph.Loaders.Aws.Policy;

namespace NhiGraph.Loaders.Aws.Derive.Techniques;

/// <summary>Finds the principals whose ARNs begin as a pattern does. O(log n) and what is found.</summary>
internal sealed class PrincipalIndex
{
    private readonly Principal[] sorted;

    internal PrincipalIndex(IEnumerable<Principal> principals) => sorted = [.. principals.OrderBy(principal => principal.ArnPattern.Resource, StringComparer.Ordinal)];

    internal IEnumerable<Principal> Beginning(IEnumerable<ArnPattern> patterns)
    {
        foreach (ArnPattern pattern in patterns)
        {
            int wild = pattern.Resource.AsSpan().IndexOfAny('*', '?');
            string prefix = wild < 0 ? pattern.Resource : pattern.Resource[..wild];
            for (int i = First(prefix); i < sorted.Length && sorted[i].ArnPattern.Resource.StartsWith(prefix, StringComparison.Ordinal); i++)
            {
                yield return sorted[i];
            }
        }
    }

    private int First(string prefix)
    {
        int low = 0, high = sorted.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = string.CompareOrdinal(sorted[middle].ArnPattern.Resource, prefix) < 0 ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
