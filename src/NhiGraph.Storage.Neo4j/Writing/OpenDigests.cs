using System.Collections.Immutable;
using NhiGraph.Graph.Model;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Neo4j.Model;
using NhiGraph.Storage.Neo4j.QueryApi;
using NhiGraph.Storage.Neo4j.Reading;

namespace NhiGraph.Storage.Neo4j.Writing;

/// <summary>
/// Leaves out of a run's batches what is open just as it is put, so that it is neither sent nor read back. The digests of all that is open are read at once, when the run has put a fair
/// share of what the store holds: before that, reading them costs more than it saves. What is not known as unchanged goes the usual way, on which the statements find out by themselves.
/// A key comes once a run, so that what the run itself changes does not matter. Not safe for concurrent use.
/// </summary>
/// <param name="client">The client.</param>
/// <param name="numbers">Numbers of owners and datasets.</param>
/// <param name="nodes">Nodes open when the run began.</param>
/// <param name="edges">Edges open when the run began.</param>
internal sealed class OpenDigests(QueryApiClient client, Numbers numbers, long nodes, long edges)
{
    /// <summary>A hundredth: a digest is read about a hundred times as fast as a row is put.</summary>
    private const int Share = 100;

    private readonly Table _nodes = new("load/node_digests", nodes), _assertions = new("load/assertion_digests", nodes), _edges = new("load/edge_digests", edges);

    internal Task<ImmutableArray<GraphNode>> ChangedAsync(ImmutableArray<GraphNode> put, CancellationToken cancellation) =>
        ChangedAsync(_nodes, put, static node => (Chunk.Of(0, node.Key), Digest.Of(node)), static row => (Chunk.Of(0, row.Text(0)), row.Number(1)), cancellation);

    internal Task<ImmutableArray<Assertion>> ChangedAsync(ImmutableArray<Assertion> put, CancellationToken cancellation) => ChangedAsync(_assertions, put,
        assertion => (Chunk.Of(numbers.Owner(assertion.Owner), assertion.Node.Key), Digest.Of(assertion, numbers.Dataset(assertion.Fact))), PlaceAndDigest, cancellation);

    internal Task<ImmutableArray<DerivedEdge>> ChangedAsync(ImmutableArray<DerivedEdge> put, CancellationToken cancellation) => ChangedAsync(_edges, put,
        edge => (Chunk.Of(numbers.Owner(edge.Owner), edge.Edge.Key), Digest.Of(edge.Edge, EvidenceCode.Text(edge.Alternatives, numbers.Dataset))), PlaceAndDigest, cancellation);

    private static (long Place, long Digest) PlaceAndDigest(QueryRow row) => (row.Number(0), row.Number(1));

    private async Task<ImmutableArray<T>> ChangedAsync<T>(
        Table table, ImmutableArray<T> put, Func<T, (long Place, long Digest)> digestOf, Func<QueryRow, (long Place, long Digest)> read, CancellationToken cancellation)
    {
        table.Put += put.Length;
        if (table.Open == 0 || put.IsEmpty || table.Put < Math.Max(client.Options.DigestsFrom, table.Open / Share))
        {
            return put;
        }

        if (table.Digests is null)
        {
            var digests = new HashSet<(long, long)>();
            await client.RowsAsync(new Query(CypherFile.Named(table.Statement), new QueryParameters()) { RetryFor = client.Options.RetryWritesFor }, row => digests.Add(read(row)), cancellation).ConfigureAwait(false);
            table.Digests = digests;
        }

        return [.. put.Where(row => !table.Digests.Contains(digestOf(row)))];
    }

    private sealed class Table(string statement, long open)
    {
        internal string Statement => statement;

        internal long Open => open;

        internal long Put { get; set; }

        internal HashSet<(long Place, long Digest)>? Digests { get; set; }
    }
}
