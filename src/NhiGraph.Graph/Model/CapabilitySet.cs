using System.Numerics;

namespace NhiGraph.Graph.Model;

/// <summary>A set of capabilities as a bit mask. <c>default</c> is the empty set.</summary>
public readonly record struct CapabilitySet(uint Bits)
{
    /// <summary>Every capability of the closed list.</summary>
    public static CapabilitySet All { get; } = new((1u << Enum.GetValues<Capability>().Length) - 1);

    public bool IsEmpty => Bits == 0;

    public int Count => BitOperations.PopCount(Bits);

    public static CapabilitySet Of(params ReadOnlySpan<Capability> capabilities)
    {
        uint bits = 0;
        foreach (Capability capability in capabilities)
        {
            bits |= 1u << (int)capability;
        }

        return new(bits);
    }

    public bool Contains(Capability capability) => (Bits & (1u << (int)capability)) != 0;

    public CapabilitySet With(Capability capability) => new(Bits | (1u << (int)capability));

    public CapabilitySet Union(CapabilitySet other) => new(Bits | other.Bits);

    public CapabilitySet Intersect(CapabilitySet other) => new(Bits & other.Bits);

    /// <summary>The members in the order of the closed list.</summary>
    public IEnumerable<Capability> Members()
    {
        for (uint rest = Bits; rest != 0; rest &= rest - 1)
        {
            yield return (Capability)BitOperations.TrailingZeroCount(rest);
        }
    }
}
