namespace NhiGraph.Graph.Csr;

/// <summary>Preorder positions from a start to an end, the end not included, and the strongest certainty that a hub gives there; eight bytes.</summary>
internal readonly record struct TargetRange
{
    private const int EndBits = 29;
    private readonly uint endAndLevel;

    internal TargetRange(int start, int end, int level)
    {
        Start = start;
        endAndLevel = (uint)end | (uint)level << EndBits;
    }

    internal int Start { get; }

    internal int End => (int)(endAndLevel & ((1u << EndBits) - 1));

    internal int Level => (int)(endAndLevel >> EndBits);
}
