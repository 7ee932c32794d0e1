namespace NhiGraph.Graph.Csr;

/// <summary>Where scope and environment change in the containment tree's preorder, so that the places of a whole range are collected run by run instead of resource by resource.</summary>
internal sealed class PlaceRuns
{
    private readonly int[] _scopeEnds;
    private readonly int[] _environmentEnds;

    /// <summary>O(resources).</summary>
    internal PlaceRuns(GraphContent content, ContainmentTree tree)
    {
        _scopeEnds = Ends(content.Scopes, tree.Nodes);
        _environmentEnds = Ends(content.Environments, tree.Nodes);
        EnvironmentCount = content.Environments.Where(environment => environment != 0).Distinct().Count();
    }

    /// <summary>How many environments there are at all; once all are seen there is no need to look for more.</summary>
    internal int EnvironmentCount { get; }

    /// <summary>The first position after this one with another scope.</summary>
    internal int ScopeEnd(int position) => _scopeEnds[position];

    /// <summary>The first position after this one with another environment.</summary>
    internal int EnvironmentEnd(int position) => _environmentEnds[position];

    private static int[] Ends(int[] places, int[] nodes)
    {
        int[] ends = LargeArray.Uninitialized<int>(nodes.Length);
        for (int position = nodes.Length - 1; position >= 0; position--)
        {
            bool goesOn = position + 1 < nodes.Length && places[nodes[position]] == places[nodes[position + 1]];
            ends[position] = goesOn ? ends[position + 1] : position + 1;
        }

        return ends;
    }
}
