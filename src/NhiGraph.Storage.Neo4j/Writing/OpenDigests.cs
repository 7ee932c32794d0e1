using System.Collections.Immutable;
using NhiGraph.Graph.Model;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Neo4j.Model;
using NhiGraph.Storage.Neo4j.QueryApi;
using NhiGraph.Storage.Neo4j.Reading;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Storage.Neo4j.Writing;

/// <summary>
/// Leaves out of a run's batches what is open just as it is put, so that it is neither sent nor read back, and tells what was never there, so that it need not be looked for. The digests are
/// read once the run has put a fair share of what the store holds: before that, reading them costs more than it saves. What is not known goes the usual way, on which the statements
/// find out by themselves. Not safe for concurrent use.
/// </summary>
/// <param name="client">The client.</param>
/// <param name="numbers">Numbers of owners and datasets.</param>
/// <param name="fence">The run.</param>
/// <param name="begun">How the store stood when the run began.</param>
internal sealed class OpenDigests(QueryApiClient client, Numbers numbers, Fence fence, BegunRun begun)
{
    /// <summary>A hundredth: a digest is read about a hundred times as fast as a row is put.</summary>
    private const int Share = 100;

    /// <summary>From here on two threads are worth it.</summary>
    private const int Many = 1_000;

    private readonly DigestTable _nodes = new("node", begun.Nodes, static key => key), _assertions = new("assertion", begun.Nodes, static key => key), _edges = new("edge", begun.Edges, Digest.EdgeOf);

    /// <summary>The kinds of which this run wrote the digests anew.</summary>
    internal IEnumerable<string> Renewed => Tables.Where(table => table.IsRenewed).Select(table => table.Kind);

    private DigestTable[] Tables => [_nodes, _assertions, _edges];

    /// <summary>What of a batch is not known to be as it was.</summary>
    internal async Task<Changed<GraphNode>> ChangedAsync(ImmutableArray<GraphNode> put, CancellationToken cancellation) =>
        Parted(_nodes, begun.IsFirst, await ChangedAsync(_nodes, put, static node => (Digest.KeyOf(node.Key), Digest.Of(node)), cancellation).ConfigureAwait(false));

    /// <inheritdoc cref="ChangedAsync(ImmutableArray{GraphNode}, CancellationToken)"/>
    internal async Task<Changed<Assertion>> ChangedAsync(ImmutableArray<Assertion> put, CancellationToken cancellation) => Parted(_assertions, IsWhole(_assertions),
        await ChangedAsync(_assertions, put, assertion => (KeyOf(assertion.Id), Digest.Of(assertion, numbers.Dataset(assertion.Fact))), cancellation).ConfigureAwait(false));

    /// <inheritdoc cref="ChangedAsync(ImmutableArray{GraphNode}, CancellationToken)"/>
    internal async Task<Changed<DerivedEdge>> ChangedAsync(ImmutableArray<DerivedEdge> put, CancellationToken cancellation) => Parted(_edges, IsWhole(_edges),
        await ChangedAsync(_edges, put, edge => (KeyOf(edge.Id), Digest.Of(edge.Edge, EvidenceCode.Text(edge.Alternatives, numbers.Dataset))), cancellation).ConfigureAwait(false));

    /// <summary>What a batch ends, whether it is open or not.</summary>
    internal void End(RunChanges changes)
    {
        foreach (string node in changes.NodesRemoved)
        {
            _nodes.Add(Digest.KeyOf(node), 0);
        }

        foreach (AssertionKey assertion in changes.AssertionsRemoved)
        {
            _assertions.Add(KeyOf(assertion), 0);
        }

        foreach (DerivedEdgeKey edge in changes.EdgesRemoved)
        {
            _edges.Add(KeyOf(edge), 0);
        }
    }

    /// <summary>An edge names these: which of them are no nodes of this run yet become bare keys, which are there.</summary>
    internal void Name(IEnumerable<string> ends)
    {
        if (begun.IsFirst)
        {
            foreach (string end in ends.Distinct(StringComparer.Ordinal))
            {
                _nodes.See(Digest.KeyOf(end));
            }
        }
    }

    /// <summary>The batch was carried out, or was not.</summary>
    internal void Keep(bool done) => Array.ForEach(Tables, table => table.Keep(done));

    internal async Task SendAsync(bool all, CancellationToken cancellation)
    {
        foreach (DigestTable table in Tables)
        {
            await table.SendAsync(fence, all, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Every row that was ever open is in what was read of the table, or no row was.</summary>
    private bool IsWhole(DigestTable table) => begun.IsFirst || (begun.IsDigested && table.IsRead);

    private long KeyOf(AssertionKey key) => Digest.KeyOf(key, numbers.OwnerOrNull(key.Owner) ?? 0, numbers.Knows(key.Fact) ? numbers.Dataset(key.Fact) : 0);

    private long KeyOf(DerivedEdgeKey key) => Digest.KeyOf(key.Edge, numbers.OwnerOrNull(key.Owner) ?? 0);

    private static Changed<T> Parted<T>(DigestTable table, bool whole, List<(T Row, long Key, long Digest)> changed)
    {
        var parts = new Changed<T>([], []);
        foreach ((T row, long key, long digest) in changed)
        {
            (whole && table.IsNew(key) ? parts.New : parts.Other).Add(row);
            table.Add(key, digest);
        }

        return parts;
    }

    private async Task<List<(T Row, long Key, long Digest)>> ChangedAsync<T>(DigestTable table, ImmutableArray<T> put, Func<T, (long Key, long Digest)> digestOf, CancellationToken cancellation)
    {
        table.Put += put.Length;
        if (!table.IsRead && table.Open > 0 && !put.IsEmpty && table.Put >= Math.Max(client.Options.DigestsFrom, table.Open / Share))
        {
            await table.ReadAsync(client, cancellation).ConfigureAwait(false);
        }

        IEnumerable<(T Row, (long Key, long Digest) Said)> said = put.Length < Many ? put.Select(row => (row, digestOf(row))) : put.AsParallel().AsOrdered().Select(row => (row, digestOf(row)));
        return [.. said.Where(row => !table.IsOpen(row.Said.Key, row.Said.Digest)).Select(row => (row.Row, row.Said.Key, row.Said.Digest))];
    }
}
