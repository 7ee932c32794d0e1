using NhiGraph.Graph.Model;

namespace NhiGraph.Graph.Csr;

/// <summary>
/// The one byte an edge carries in the hot arrays: a nibble that is the kind within its block (for ON: effect and covers), two bits of certainty,
/// one bit for "rests on an assumption" and one for "does not always hold".
/// </summary>
internal static class EdgeFlags
{
    internal const int NibbleMask = 0x0F;
    internal const int CertaintyShift = 4;
    internal const byte Assumed = 0x40;
    internal const byte Dated = 0x80;

    internal static byte Pack(EdgeKind kind, Certainty certainty, EdgeDetails details)
    {
        int nibble = kind == EdgeKind.On ? OnNibble(details.On!) : kind - EdgeBlock.FirstKind(EdgeBlock.BlockOf(kind));
        return (byte)(nibble | (int)certainty << CertaintyShift | (details.Assumptions.IsEmpty ? 0 : Assumed) | (details.Validity.IsAlways ? 0 : Dated));
    }

    internal static Certainty CertaintyOf(byte flags) => (Certainty)(flags >> CertaintyShift & 3);

    internal static bool IsAssumed(byte flags) => (flags & Assumed) != 0;

    internal static bool IsDated(byte flags) => (flags & Dated) != 0;

    internal static OnEffect EffectOf(byte flags) => (OnEffect)(flags & 1);

    internal static OnCovers CoversOf(byte flags) => (OnCovers)(flags >> 1 & 3);

    /// <summary>Under <c>strict</c> what rests on an assumption is DECLARED at most.</summary>
    internal static Certainty Effective(byte flags, bool strict)
    {
        Certainty certainty = CertaintyOf(flags);
        return strict && IsAssumed(flags) && certainty > Certainty.Declared ? Certainty.Declared : certainty;
    }

    private static int OnNibble(OnTarget on) => (int)on.Effect | (int)on.Covers << 1;
}
