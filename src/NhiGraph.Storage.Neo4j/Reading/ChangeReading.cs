using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using NhiGraph.Graph.Model;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Neo4j.Model;
using NhiGraph.Storage.Neo4j.QueryApi;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Storage.Neo4j.Reading;

/// <summary>What a run changed, row by row as it comes: the keys of what it ended are held until what it made has passed.</summary>
internal sealed class ChangeReading(QueryApiClient client, Numbers numbers, FactReading facts)
{
    internal async IAsyncEnumerable<RunChanges> OfAsync(RunId run, [EnumeratorCancellation] CancellationToken cancellation)
    {
        IAsyncEnumerable<RunChanges>[] all =
        [
            Of(run, "facts", row => new Fact(numbers.DatasetKey(row.Number(1)) with { Key = row.Text(2) }, row.Text(3), row.Text(4)), fact => fact.Id, rows => new RunChanges { Facts = rows }, keys => new RunChanges { FactsRemoved = keys }, cancellation),
            Of(run, "assertions", row => facts.Assertion(row, 1), assertion => assertion.Id, rows => new RunChanges { Assertions = rows }, keys => new RunChanges { AssertionsRemoved = keys }, cancellation),
            Of(run, "nodes", row => NodeReading.Node(row, 1), node => node.Key, rows => new RunChanges { Nodes = rows }, keys => new RunChanges { NodesRemoved = keys }, cancellation),
            EdgesAsync(run, cancellation),
            Of(run, "terms", row => new JoinTerm(row.Text(1), (JoinSide)row.Number(2), row.Text(3), row.Text(4)), term => term, rows => new RunChanges { Terms = rows }, keys => new RunChanges { TermsRemoved = keys }, cancellation),
        ];
        foreach (IAsyncEnumerable<RunChanges> batches in all)
        {
            await foreach (RunChanges batch in batches.ConfigureAwait(false))
            {
                yield return batch;
            }

            await DemandAsync(cancellation).ConfigureAwait(false);
        }
    }

    private async IAsyncEnumerable<RunChanges> Of<T, TKey>(
        RunId run, string what, Func<QueryRow, T> read, Func<T, TKey> keyOf, Func<ImmutableArray<T>, RunChanges> put, Func<ImmutableArray<TKey>, RunChanges> removed, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var ended = new HashSet<TKey>();
        var made = new List<T>(ChangeBatches.Most);
        await foreach ((bool isMade, T row) in client.StreamAsync(Asking(run, what), row => (row.Boolean(0), read(row)), cancellation).ConfigureAwait(false))
        {
            if (!isMade)
            {
                ended.Add(keyOf(row));
                continue;
            }

            ended.Remove(keyOf(row));
            made.Add(row);
            if (made.Count == ChangeBatches.Most)
            {
                yield return put([.. made]);
                made.Clear();
            }
        }

        foreach (RunChanges batch in ChangeBatches.Cut(made, put).Concat(ChangeBatches.Cut(ended, removed)))
        {
            yield return batch;
        }
    }

    /// <summary>A statement that only changed its place beside others was ended and made again; it is no change.</summary>
    private async IAsyncEnumerable<RunChanges> EdgesAsync(RunId run, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var ended = new HashSet<DerivedEdgeKey>();
        var made = new List<DerivedEdge>(ChangeBatches.Most);
        await foreach ((bool isMade, StatementRow statement) in client.StreamAsync(Asking(run, "edges"), static row => (row.Boolean(0), StatementReading.Statement(row, 1)), cancellation).ConfigureAwait(false))
        {
            var key = new DerivedEdgeKey(numbers.OwnerName(statement.Owner), statement.Edge.Key);
            if (!isMade)
            {
                ended.Add(key);
                continue;
            }

            ended.Remove(key);
            if (statement.Stated == run.Value)
            {
                made.Add(new DerivedEdge(statement.Edge, key.Owner, EvidenceCode.Read(statement.Evidence, numbers.DatasetKey)));
            }

            if (made.Count == ChangeBatches.Most)
            {
                yield return new RunChanges { Edges = [.. made] };
                made.Clear();
            }
        }

        foreach (RunChanges batch in ChangeBatches.Cut(made, rows => new RunChanges { Edges = rows }).Concat(ChangeBatches.Cut(ended, keys => new RunChanges { EdgesRemoved = keys })))
        {
            yield return batch;
        }
    }

    private static Query Asking(RunId run, string what) => new(CypherFile.Named("load/changes_" + what), new QueryParameters().Set("run", run.Value));

    /// <summary>A sweep between the rows may have moved some past this reading.</summary>
    private async Task DemandAsync(CancellationToken cancellation)
    {
        if (!(await StoreState.ReadAsync(client, cancellation).ConfigureAwait(false)).IsSwept)
        {
            throw new StoreException(StoreReason.Busy, "A run was published while an earlier one was read as what it changed. Try again when nothing is loaded.");
        }
    }
}
