using System.Collections;
using System.Collections.Immutable;
using NhiGraph.Graph.Csr;

namespace NhiGraph.Graph.Reach;

/// <summary>The scopes and environments of what an answer reached: nodes walked to and, forward, resources collected. The starts do not count.</summary>
/// <remarks>O(nodes reached + runs of one scope or environment in the ranges of resources); resources are not enumerated.</remarks>
public sealed class ReachedPlaces
{
    private readonly AccessGraph _graph;
    private readonly BitArray _provedScopes;
    private readonly BitArray _possibleScopes;
    private readonly BitArray _environments;
    private int _environmentsSeen;

    private ReachedPlaces(AccessGraph graph)
    {
        _graph = graph;
        int places = graph.Content.Texts.Length;
        _provedScopes = new(places);
        _possibleScopes = new(places);
        _environments = new(places);
    }

    /// <summary>How many scopes.</summary>
    public ReachBounds Scopes => new(Count(_provedScopes), Count(_possibleScopes));

    /// <summary>The scopes possibly reached, sorted.</summary>
    public ImmutableArray<string> ScopeNames => Names(_possibleScopes);

    /// <summary>The environments possibly reached, sorted.</summary>
    public ImmutableArray<string> Environments => Names(_environments);

    public static ReachedPlaces Of(ReachWorkspace workspace)
    {
        var places = new ReachedPlaces(workspace.Graph);
        foreach (ReachedNode reached in workspace.Nodes)
        {
            places.AddScope(reached.Node, reached.Certainty == Model.Certainty.Proved);
            places.AddEnvironment(reached.Node);
        }

        if (workspace.IsForward)
        {
            foreach (ResourceSegment segment in workspace.Resources.Segments)
            {
                places.Add(segment);
            }
        }

        return places;
    }

    private void Add(ResourceSegment segment)
    {
        int[] nodes = _graph.Tree.Nodes;
        for (int position = segment.Start; position < segment.End; position = _graph.PlaceRuns.ScopeEnd(position))
        {
            AddScope(nodes[position], segment.Proved != 0);
        }

        PlaceRuns runs = _graph.PlaceRuns;
        for (int position = segment.Start; position < segment.End && _environmentsSeen < runs.EnvironmentCount; position = runs.EnvironmentEnd(position))
        {
            AddEnvironment(nodes[position]);
        }
    }

    private void AddEnvironment(int node)
    {
        int environment = _graph.Content.Environments[node];
        if (environment != 0 && !_environments[environment])
        {
            _environments[environment] = true;
            _environmentsSeen++;
        }
    }

    private void AddScope(int node, bool proved)
    {
        int scope = _graph.Content.Scopes[node];
        _possibleScopes[scope] = true;
        _provedScopes[scope] |= proved;
    }

    /// <summary>The first stands for none and is no place.</summary>
    private static int Count(BitArray places)
    {
        int count = 0;
        for (int i = 1; i < places.Length; i++)
        {
            count += places[i] ? 1 : 0;
        }

        return count;
    }

    private ImmutableArray<string> Names(BitArray places)
    {
        var names = new List<string>();
        for (int i = 1; i < places.Length; i++)
        {
            if (places[i])
            {
                names.Add(_graph.Content.Texts[i]!);
            }
        }

        names.Sort(StringComparer.Ordinal);
        return [.. names];
    }
}
