namespace NhiGraph.Graph.Csr;

/// <summary>Sorted disjoint ranges of preorder positions, each with the strongest certainty that a hub gives there. Grows and is used again, so that resolving allocates nothing once warm.</summary>
internal sealed class TargetRanges
{
    private int[] starts = new int[16];
    private int[] ends = new int[16];
    private byte[] levels = new byte[16];

    internal int Count { get; private set; }

    internal ReadOnlySpan<int> Starts => starts.AsSpan(0, Count);

    internal ReadOnlySpan<int> Ends => ends.AsSpan(0, Count);

    internal ReadOnlySpan<byte> Levels => levels.AsSpan(0, Count);

    internal void Clear() => Count = 0;

    /// <summary>Ranges come in ascending order; one that continues the last at the same level extends it.</summary>
    internal void Add(int start, int end, byte level)
    {
        if (Count > 0 && ends[Count - 1] == start && levels[Count - 1] == level)
        {
            ends[Count - 1] = end;
            return;
        }

        if (Count == starts.Length)
        {
            Array.Resize(ref starts, Count * 2);
            Array.Resize(ref ends, Count * 2);
            Array.Resize(ref levels, Count * 2);
        }

        starts[Count] = start;
        ends[Count] = end;
        levels[Count++] = level;
    }
}
