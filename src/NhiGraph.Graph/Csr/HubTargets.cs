namespace NhiGraph.Graph.Csr;

/// <summary>What every hub covers by default: not strict, all dates aside. Hubs whose ON edges carry dates are left out and resolved when asked.</summary>
internal sealed class HubTargets
{
    internal const byte HasAssumed = 1;
    internal const byte HasDated = 2;

    /// <summary>Ranges of node n are <c>Offsets[n]</c> to <c>Offsets[n + 1]</c>.</summary>
    internal required int[] Offsets { get; init; }

    internal required int[] Starts { get; init; }

    internal required int[] Ends { get; init; }

    internal required byte[] Levels { get; init; }

    /// <summary>Per node: whether an ON edge of it rests on an assumption or has dates.</summary>
    internal required byte[] Marks { get; init; }

    internal static HubTargets Build(GraphContent content, ContainmentTree tree)
    {
        int nodes = content.Keys.Count;
        int[] edges = content.Offsets[EdgeBlock.On];
        var resolver = new TargetResolver(content, tree);
        var offsets = new int[nodes + 1];
        var marks = new byte[nodes];
        int most = edges[nodes] - edges[0];
        var starts = new List<int>(most);
        var ends = new List<int>(most);
        var levels = new List<byte>(most);
        for (int node = 0; node < nodes; node++)
        {
            if (edges[node] != edges[node + 1])
            {
                marks[node] = MarksOf(content, edges[node], edges[node + 1]);
                if ((marks[node] & HasDated) == 0)
                {
                    resolver.Resolve(node, strict: false, includeInactive: false, at: 0);
                    starts.AddRange(resolver.Ranges.Starts);
                    ends.AddRange(resolver.Ranges.Ends);
                    levels.AddRange(resolver.Ranges.Levels);
                }
            }

            offsets[node + 1] = starts.Count;
        }

        return new HubTargets { Offsets = offsets, Starts = [.. starts], Ends = [.. ends], Levels = [.. levels], Marks = marks };
    }

    private static byte MarksOf(GraphContent content, int first, int end)
    {
        int marks = 0;
        for (int edge = first; edge < end; edge++)
        {
            marks |= EdgeFlags.IsAssumed(content.Flags[edge]) ? HasAssumed : 0;
            marks |= EdgeFlags.IsDated(content.Flags[edge]) ? HasDated : 0;
        }

        return (byte)marks;
    }
}
