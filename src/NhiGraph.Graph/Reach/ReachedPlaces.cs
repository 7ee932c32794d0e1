using System.Collections;
using System.Collections.Immutable;
using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;

namespace NhiGraph.Graph.Reach;

/// <summary>The scopes and environments of what an answer reached: nodes walked to and, forward, resources collected. The starts do not count.</summary>
/// <remarks>O(nodes reached + ranges of the hubs reached + runs of one scope or environment in them); resources are neither enumerated nor told apart.</remarks>
public sealed class ReachedPlaces
{
    private readonly AccessGraph _graph;
    private readonly int[] _starts;
    private readonly BitArray _provedScopes;
    private readonly BitArray _possibleScopes;
    private readonly BitArray _environments;
    private int _environmentsSeen;

    /// <summary>The run of one scope that was added last: most ranges lie in the same.</summary>
    private (int Start, int End, bool IsProved) _last;

    private ReachedPlaces(ReachWorkspace workspace)
    {
        _graph = workspace.Graph;
        _starts = [.. workspace.Starts.ToArray().Select(start => _graph.Tree.Positions[start]).Where(position => position >= 0).Order()];
        int places = _graph.Content.Texts.Length;
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
        var places = new ReachedPlaces(workspace);
        Closure proved = workspace.Proved;
        foreach (ulong entry in workspace.Closure.Entries[workspace.Closure.StartCount..])
        {
            int node = (int)(entry >> 32);
            places.AddScope(node, proved.Contains(node));
            places.AddEnvironment(node);
        }

        if (workspace.IsForward)
        {
            places.AddResources(workspace, proved);
        }

        return places;
    }

    private void AddResources(ReachWorkspace workspace, Closure proved)
    {
        foreach (ReachedHub hub in workspace.Hubs)
        {
            bool isProved = proved.Contains(hub.Node);
            foreach (TargetRange range in workspace.Coverage.RangesOf(hub.Node))
            {
                if (workspace.Coverage.Gives(range))
                {
                    AddBesideStarts(range, isProved && range.Level == (int)Certainty.Proved);
                }
            }
        }
    }

    private void AddBesideStarts(TargetRange range, bool isProved)
    {
        int position = range.Start;
        int next = Array.BinarySearch(_starts, position);
        for (next = next < 0 ? ~next : next; next < _starts.Length && _starts[next] < range.End; next++)
        {
            Add(position, _starts[next], isProved);
            position = _starts[next] + 1;
        }

        Add(position, range.End, isProved);
    }

    private void Add(int start, int end, bool isProved)
    {
        PlaceRuns runs = _graph.PlaceRuns;
        int[] nodes = _graph.Tree.Nodes;
        for (int position = IsWithinLast(start, end, isProved) ? end : start; position < end; position = _last.End)
        {
            AddScope(nodes[position], isProved);
            _last = (position, runs.ScopeEnd(position), isProved);
        }

        for (int position = start; position < end && _environmentsSeen < runs.EnvironmentCount; position = runs.EnvironmentEnd(position))
        {
            AddEnvironment(nodes[position]);
        }
    }

    private bool IsWithinLast(int start, int end, bool isProved) => start >= _last.Start && end <= _last.End && (_last.IsProved || !isProved);

    private void AddEnvironment(int node)
    {
        if (_environmentsSeen == _graph.PlaceRuns.EnvironmentCount)
        {
            return;
        }

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
