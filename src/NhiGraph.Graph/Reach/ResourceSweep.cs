using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;

namespace NhiGraph.Graph.Reach;

/// <summary>
/// Turns the ranges of all reached hubs into segments by one sweep over their ends. An event is one word: position in the high half, then distance, capability, certainty, and whether it closes.
/// O(k log k) at most in the number of ranges, whatever they cover.
/// </summary>
internal sealed class ResourceSweep
{
    /// <summary>In the place of a capability: the range is left out of the answer.</summary>
    private const int LeftOut = 31;
    private const int CertaintyShift = 1;
    private const int CapabilityShift = 3;
    private const int DistanceShift = 8;
    private const int MostDistance = (1 << 24) - 1;

    private readonly int[] possible = new int[32];
    private readonly int[] proved = new int[32];
    private readonly int[] certainties = new int[4];
    private ulong[] events = new ulong[256];
    private ulong[] scratch = [];
    private int[] distances = new int[64];
    private ResourceSegment[] segments = new ResourceSegment[128];
    private int eventCount;
    private int segmentCount;
    private uint possibleMask;
    private uint provedMask;
    private int nearest;

    internal ReadOnlySpan<ResourceSegment> Segments => segments.AsSpan(0, segmentCount);

    internal void Clear()
    {
        eventCount = 0;
        segmentCount = 0;
    }

    internal void Add(TargetRange range, int capability, int certainty, int distance) => Add(range.Start, range.End, capability, certainty, distance);

    internal void LeaveOut(int position) => Add(position, position + 1, LeftOut, 0, 0);

    /// <param name="positionBits">How wide a position is.</param>
    /// <param name="mostDistance">The greatest distance added.</param>
    internal void Sweep(int positionBits, int mostDistance)
    {
        WordSort.Sort(events.AsSpan(0, eventCount), ref scratch, 32, positionBits);
        mostDistance = Math.Min(mostDistance, MostDistance);
        if (distances.Length <= mostDistance)
        {
            distances = new int[Math.Max(mostDistance + 1, distances.Length * 2)];
        }

        nearest = distances.Length;
        for (int i = 0; i < eventCount;)
        {
            int position = (int)(events[i] >> 32);
            do
            {
                Apply((uint)events[i++]);
            }
            while (i < eventCount && (int)(events[i] >> 32) == position);

            if (possibleMask != 0 && possible[LeftOut] == 0)
            {
                Emit(position, (int)(events[i] >> 32));
            }
        }
    }

    private void Add(int start, int end, int capability, int certainty, int distance)
    {
        if (eventCount + 2 > events.Length)
        {
            Array.Resize(ref events, events.Length * 2);
        }

        uint what = (uint)Math.Min(distance, MostDistance) << DistanceShift | (uint)capability << CapabilityShift | (uint)certainty << CertaintyShift;
        events[eventCount++] = (ulong)start << 32 | what;
        events[eventCount++] = (ulong)end << 32 | what | 1;
    }

    private void Apply(uint what)
    {
        int change = (what & 1) == 0 ? 1 : -1;
        int capability = (int)(what >> CapabilityShift) & 31;
        possible[capability] += change;
        if (capability == LeftOut)
        {
            return;
        }

        int certainty = (int)(what >> CertaintyShift) & 3;
        int distance = (int)(what >> DistanceShift);
        certainties[certainty] += change;
        distances[distance] += change;
        possibleMask = WithBit(possibleMask, capability, possible[capability] > 0);
        if (certainty == (int)Certainty.Proved)
        {
            proved[capability] += change;
            provedMask = WithBit(provedMask, capability, proved[capability] > 0);
        }

        if (change > 0)
        {
            nearest = Math.Min(nearest, distance);
        }
        else
        {
            while (nearest < distances.Length && distances[nearest] == 0)
            {
                nearest++;
            }
        }
    }

    private void Emit(int start, int end)
    {
        byte certainty = (byte)(certainties[3] > 0 ? 3 : certainties[2] > 0 ? 2 : certainties[1] > 0 ? 1 : 0);
        var segment = new ResourceSegment(start, end, provedMask, possibleMask, nearest, certainty);
        if (segmentCount > 0 && segments[segmentCount - 1] is var last && last.End == start && last with { Start = start, End = end } == segment)
        {
            segments[segmentCount - 1] = last with { End = end };
            return;
        }

        if (segmentCount == segments.Length)
        {
            Array.Resize(ref segments, segmentCount * 2);
        }

        segments[segmentCount++] = segment;
    }

    private static uint WithBit(uint mask, int bit, bool set) => set ? mask | 1u << bit : mask & ~(1u << bit);
}
