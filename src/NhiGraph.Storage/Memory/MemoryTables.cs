using NhiGraph.Graph.Model;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Reading;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Storage.Memory;

/// <summary>All that published runs wrote. Not safe for concurrent use: the store's lock guards it.</summary>
internal sealed class MemoryTables
{
    /// <summary>The locator is not part of a fact's content: a moved record is the same fact.</summary>
    internal IntervalTable<FactKey, Fact> Facts { get; } = new((x, y) => x.Content == y.Content);

    internal IntervalTable<AssertionKey, Assertion> Assertions { get; } = new((x, y) => x.Weight == y.Weight && x.Node.Equals(y.Node));

    internal IntervalTable<string, GraphNode> Nodes { get; } = new((x, y) => x.Equals(y));

    /// <summary>What each owner states; readers see the merge of what is stated of one edge.</summary>
    internal IntervalTable<DerivedEdgeKey, DerivedEdge> Edges { get; } = new((x, y) => x.Equals(y));

    internal IntervalTable<JoinTerm, JoinTerm> Terms { get; } = new((_, _) => true);

    internal long Opened => Facts.Opened + Assertions.Opened + Nodes.Opened + Edges.Opened;

    internal long Closed => Facts.Closed + Assertions.Closed + Nodes.Closed + Edges.Closed;

    /// <summary>Removals first: in one run a key comes once, so that their order to the puts of other keys cannot matter.</summary>
    internal void Apply(RunChanges changes, RunId run)
    {
        Remove(Facts, changes.FactsRemoved, run);
        Remove(Assertions, changes.AssertionsRemoved, run);
        Remove(Nodes, changes.NodesRemoved, run);
        Remove(Edges, changes.EdgesRemoved, run);
        Remove(Terms, changes.TermsRemoved, run);
        Put(Facts, changes.Facts, fact => fact.Id, run);
        Put(Assertions, changes.Assertions, assertion => assertion.Id, run);
        Put(Nodes, changes.Nodes, node => node.Key, run);
        Put(Edges, changes.Edges, edge => edge.Id, run);
        Put(Terms, changes.Terms, term => term, run);
    }

    /// <summary>What a run opened and closed, in batches.</summary>
    internal IEnumerable<RunChanges> ChangesOf(RunId run) =>
        ChangeBatches.Of(new RunChanges
        {
            Facts = [.. Facts.OpenedBy(run)],
            FactsRemoved = [.. Facts.ClosedBy(run)],
            Assertions = [.. Assertions.OpenedBy(run)],
            AssertionsRemoved = [.. Assertions.ClosedBy(run)],
            Nodes = [.. Nodes.OpenedBy(run)],
            NodesRemoved = [.. Nodes.ClosedBy(run)],
            Edges = [.. Edges.OpenedBy(run)],
            EdgesRemoved = [.. Edges.ClosedBy(run)],
            Terms = [.. Terms.OpenedBy(run)],
            TermsRemoved = [.. Terms.ClosedBy(run)],
        });

    /// <summary>Edges at a version, each merged from what its owners state, with the run that opened the oldest statement.</summary>
    internal IEnumerable<StoredEdge> EdgesAt(RunId version, IReadOnlySet<EdgeKey>? only = null) =>
        Edges.At(version).Where(statement => only is null || only.Contains(statement.Key.Edge)).GroupBy(statement => statement.Key.Edge, statement => statement.Value)
            .Select(statements => new StoredEdge(EdgeMerge.Merge(statements.Select(statement => statement.Value)), statements.Min(statement => statement.Opened)));

    private static void Remove<TKey, TValue>(IntervalTable<TKey, TValue> table, IEnumerable<TKey> keys, RunId run) where TKey : notnull
    {
        foreach (TKey key in keys)
        {
            table.Remove(key, run);
        }
    }

    private static void Put<TKey, TValue>(IntervalTable<TKey, TValue> table, IEnumerable<TValue> values, Func<TValue, TKey> keyOf, RunId run) where TKey : notnull
    {
        foreach (TValue value in values)
        {
            table.Put(keyOf(value), value, run);
        }
    }
}
