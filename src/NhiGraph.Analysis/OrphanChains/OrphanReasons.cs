namespace NhiGraph.Analysis.OrphanChains;

/// <summary>A set of reasons; <c>default</c> is empty.</summary>
public readonly record struct OrphanReasons(uint Bits)
{
    public bool IsEmpty => Bits == 0;

    public bool Contains(OrphanReason reason) => (Bits >> (int)reason & 1) != 0;

    public OrphanReasons With(OrphanReason reason) => new(Bits | 1u << (int)reason);

    public OrphanReasons Union(OrphanReasons other) => new(Bits | other.Bits);

    public IEnumerable<OrphanReason> Members()
    {
        foreach (OrphanReason reason in Enum.GetValues<OrphanReason>())
        {
            if (Contains(reason))
            {
                yield return reason;
            }
        }
    }
}
