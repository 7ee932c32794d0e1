namespace NhiGraph.Graph.Csr;

/// <summary>Sorted disjoint ranges of one hub. Grows and is used again, so that resolving allocates nothing once warm.</summary>
internal sealed class TargetRanges
{
    private TargetRange[] ranges = new TargetRange[16];
    private int count;

    internal ReadOnlySpan<TargetRange> Span => ranges.AsSpan(0, count);

    internal void Clear() => count = 0;

    /// <summary>Ranges come in ascending order; one that continues the last at the same level extends it.</summary>
    internal void Add(int start, int end, int level)
    {
        if (count > 0 && ranges[count - 1].End == start && ranges[count - 1].Level == level)
        {
            ranges[count - 1] = new TargetRange(ranges[count - 1].Start, end, level);
            return;
        }

        if (count == ranges.Length)
        {
            Array.Resize(ref ranges, count * 2);
        }

        ranges[count++] = new TargetRange(start, end, level);
    }
}
