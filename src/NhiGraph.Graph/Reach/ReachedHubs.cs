using NhiGraph.Graph.Csr;

namespace NhiGraph.Graph.Reach;

/// <summary>
/// The hubs of a closure that cover something and whose capability is asked for, nearest first, starts among them. Asks for the memory of those to come, so that reading what they cover
/// does not wait for it.
/// </summary>
internal ref struct ReachedHubs(Closure closure, HubTargets hubs, HubCoverage coverage)
{
    private readonly ReadOnlySpan<ulong> entries = closure.Entries;
    private int place = -1;
    private int distance;

    public readonly ReachedHub Current => new(NodeAt(place), distance);

    public readonly ReachedHubs GetEnumerator() => this;

    public bool MoveNext()
    {
        while (++place < entries.Length)
        {
            if (place + Prefetch.Ahead < entries.Length)
            {
                hubs.Expect(NodeAt(place + Prefetch.Ahead));
                hubs.ExpectRanges(NodeAt(place + (Prefetch.Ahead / 2)));
            }

            int node = NodeAt(place);
            if (hubs.MarksOf(node) != 0 && coverage.Reports(node))
            {
                while (place >= closure.LayerStart(distance + 1))
                {
                    distance++;
                }

                return true;
            }
        }

        return false;
    }

    private readonly int NodeAt(int at) => (int)(entries[at] >> 32);
}
