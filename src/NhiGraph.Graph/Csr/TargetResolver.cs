using System.Runtime.CompilerServices;
using NhiGraph.Graph.Model;

namespace NhiGraph.Graph.Csr;

/// <summary>
/// What an entitlement covers: its ON allows minus its ON excepts as ranges of preorder positions. The level of a range is the strongest allow over it;
/// an unconditional PROVED except takes the range away, any other caps it at CONDITIONAL, so that it is possible and never proved.
/// </summary>
/// <remarks>
/// An except that does not hold at the time asked takes nothing away, even where inactive edges are walked. Not safe for concurrent use.
/// O(k log k) in the ON edges of the hub.
/// </remarks>
internal sealed class TargetResolver(GraphContent content, ContainmentTree tree)
{
    private const int Levels = 4;
    private const int Weak = 4;
    private const int Conclusive = 5;
    private const uint Closing = 8;

    private readonly PartGlobs globs = new();
    private ulong[] events = new ulong[32];
    private int count;

    internal TargetRanges Ranges { get; } = new();

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Resolve(int hub, bool strict, bool includeInactive, long at)
    {
        count = 0;
        Ranges.Clear();
        int[] offsets = content.Offsets[EdgeBlock.On];
        for (int edge = offsets[hub]; edge < offsets[hub + 1]; edge++)
        {
            byte flags = content.Flags[edge];
            int start = tree.Positions[content.Heads[edge]];
            int end = EdgeFlags.CoversOf(flags) == OnCovers.Subtree ? tree.Ends[start] : start + 1;
            if (EdgeFlags.EffectOf(flags) == OnEffect.Allow)
            {
                AddRange(start, end, LevelOfAllow(hub, edge, strict, includeInactive, at));
            }
            else if (EdgeFlags.CoversOf(flags) != OnCovers.Parts && IsActive(edge, at))
            {
                AddRange(start, end, IsConclusive(edge, strict) ? Conclusive : Weak);
            }
        }

        Sweep();
    }

    /// <summary>The certainty that an allow gives by itself, or -1 when it does not hold or all its parts are excepted.</summary>
    internal int LevelOfAllow(int hub, int allow, bool strict, bool includeInactive, long at)
    {
        byte flags = content.Flags[allow];
        if (!includeInactive && !IsActive(allow, at))
        {
            return -1;
        }

        int level = (int)EdgeFlags.Effective(flags, strict);
        return EdgeFlags.CoversOf(flags) == OnCovers.Parts ? LevelOfParts(hub, allow, level, strict, at) : level;
    }

    /// <summary>The level that is left of an allow of parts after the excepts of parts of the same resource; -1 when nothing is left.</summary>
    private int LevelOfParts(int hub, int allow, int level, bool strict, long at)
    {
        bool removed = true;
        bool doubted = true;
        foreach (string part in content.DetailsOf(allow).On!.Parts)
        {
            (bool Removed, bool Doubted) excepted = Excepted(hub, allow, part, strict, at);
            removed &= excepted.Removed;
            doubted &= excepted.Doubted;
        }

        return content.DetailsOf(allow).On!.Parts.IsEmpty ? level
            : removed ? -1
            : doubted ? Math.Min(level, (int)Certainty.Conditional)
            : level;
    }

    private (bool Removed, bool Doubted) Excepted(int hub, int allow, string part, bool strict, long at)
    {
        (bool Removed, bool Doubted) excepted = default;
        int[] offsets = content.Offsets[EdgeBlock.On];
        for (int edge = offsets[hub]; edge < offsets[hub + 1]; edge++)
        {
            byte flags = content.Flags[edge];
            if (content.Heads[edge] == content.Heads[allow] && EdgeFlags.EffectOf(flags) == OnEffect.Except && EdgeFlags.CoversOf(flags) == OnCovers.Parts)
            {
                EdgeDetails details = content.DetailsOf(edge);
                if (IsActive(edge, at) && globs.Covers(details.On!.Parts, part))
                {
                    excepted.Doubted = true;
                    excepted.Removed |= IsConclusive(edge, strict);
                }
            }
        }

        return excepted;
    }

    private bool IsActive(int edge, long at) =>
        !EdgeFlags.IsDated(content.Flags[edge]) || content.DetailsOf(edge).Validity.InactiveAt(at) == InactiveReason.None;

    private bool IsConclusive(int edge, bool strict) =>
        EdgeFlags.Effective(content.Flags[edge], strict) == Certainty.Proved && content.DetailsOf(edge).Conditions.IsEmpty;

    private void AddRange(int start, int end, int what)
    {
        if (what < 0)
        {
            return;
        }

        if (count + 2 > events.Length)
        {
            Array.Resize(ref events, events.Length * 2);
        }

        events[count++] = (ulong)start << 8 | (uint)what;
        events[count++] = (ulong)end << 8 | (uint)what | Closing;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Sweep()
    {
        events.AsSpan(0, count).Sort();
        Span<int> open = stackalloc int[Levels + 2];
        open.Clear();
        for (int i = 0; i < count;)
        {
            int position = (int)(events[i] >> 8);
            for (; i < count && (int)(events[i] >> 8) == position; i++)
            {
                open[(int)events[i] & 7] += (events[i] & Closing) == 0 ? 1 : -1;
            }

            if (i < count && open[Conclusive] == 0 && Strongest(open) is int level and >= 0)
            {
                Ranges.Add(position, (int)(events[i] >> 8), open[Weak] > 0 ? Math.Min(level, (int)Certainty.Conditional) : level);
            }
        }
    }

    private static int Strongest(ReadOnlySpan<int> open)
    {
        int level = Levels - 1;
        while (level >= 0 && open[level] == 0)
        {
            level--;
        }

        return level;
    }
}
