using NhiGraph.Graph.Model;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Storage.Contract;

/// <summary>The plainest store there can be: one full copy of everything for each version. Written against the contract's words, with nothing of a store's code.</summary>
public sealed class NaiveModel
{
    public Dictionary<FactKey, Fact> Facts { get; private init; } = [];

    public Dictionary<AssertionKey, Assertion> Assertions { get; private init; } = [];

    public Dictionary<string, GraphNode> Nodes { get; private init; } = [];

    public Dictionary<DerivedEdgeKey, DerivedEdge> Edges { get; private init; } = [];

    public HashSet<JoinTerm> Terms { get; private init; } = [];

    public long Opened { get; private set; }

    public long Closed { get; private set; }

    /// <summary>The next version: this one with a run's changes, and how many it opened and closed.</summary>
    public NaiveModel After(IEnumerable<RunChanges> batches)
    {
        var next = new NaiveModel { Facts = new(Facts), Assertions = new(Assertions), Nodes = new(Nodes), Edges = new(Edges), Terms = [.. Terms] };
        foreach (RunChanges batch in batches)
        {
            next.Remove(next.Facts, batch.FactsRemoved);
            next.Remove(next.Assertions, batch.AssertionsRemoved);
            next.Remove(next.Nodes, batch.NodesRemoved);
            next.Remove(next.Edges, batch.EdgesRemoved);
            next.Terms.ExceptWith(batch.TermsRemoved);
            next.Put(next.Facts, batch.Facts, fact => fact.Id, (old, put) => old.Content == put.Content);
            next.Put(next.Assertions, batch.Assertions, assertion => assertion.Id, (old, put) => old.Equals(put));
            next.Put(next.Nodes, batch.Nodes, node => node.Key, (old, put) => old.Equals(put));
            next.Put(next.Edges, batch.Edges, edge => edge.Id, (old, put) => old.Equals(put));
            next.Terms.UnionWith(batch.Terms);
        }

        return next;
    }

    public IEnumerable<DerivedEdge> Merged() => Edges.Values.GroupBy(edge => edge.Edge.Key).Select(EdgeMerge.Merge);

    private void Remove<TKey, TValue>(Dictionary<TKey, TValue> table, IEnumerable<TKey> keys) where TKey : notnull => Closed += keys.Count(table.Remove);

    private void Put<TKey, TValue>(Dictionary<TKey, TValue> table, IEnumerable<TValue> values, Func<TValue, TKey> keyOf, Func<TValue, TValue, bool> same) where TKey : notnull
    {
        foreach (TValue value in values)
        {
            bool open = table.TryGetValue(keyOf(value), out TValue? old);
            if (!open || !same(old!, value))
            {
                table[keyOf(value)] = value;
                Opened++;
                Closed += open ? 1 : 0;
            }
        }
    }
}
