using System.Collections.Immutable;
using System.Text.Json;
using NhiGraph.Graph.Model;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Neo4j.Model;
using NhiGraph.Storage.Neo4j.QueryApi;
using NhiGraph.Storage.Neo4j.Reading;

namespace NhiGraph.Storage.Neo4j.Writing;

/// <summary>
/// Opens and ends what owners state of edges. Of all that is stated of one edge the strongest statement has the edge's own type, the others <c>ALSO_STATED</c>, so that the graph has each
/// edge once; a statement that changes its place is ended and made again, though it was stated before.
/// </summary>
internal sealed class EdgeWriter(QueryApiClient client, Numbers numbers, Fence fence, OpenDigests digests)
{
    private const int PairsARequest = 2_000;

    internal async Task WriteAsync(Changed<DerivedEdge> put, ImmutableArray<DerivedEdgeKey> removed, CancellationToken cancellation)
    {
        // Nothing is stated of these, not even by another owner, and nothing else in this batch is said of them.
        await WriteAsync([.. put.New.Select(edge => new Wanted(edge.Edge.Key, edge.Owner, edge)).GroupBy(wanted => wanted.Key)], [], cancellation).ConfigureAwait(false);
        foreach (IGrouping<EdgeKey, Wanted>[] some in removed.Select(key => new Wanted(key.Edge, key.Owner, null)).Concat(put.Other.Select(edge => new Wanted(edge.Edge.Key, edge.Owner, edge)))
            .GroupBy(wanted => wanted.Key).Chunk(PairsARequest))
        {
            await WriteAsync(some, await OpenAsync(some.Select(edge => (edge.Key.From, edge.Key.To)), cancellation).ConfigureAwait(false), cancellation).ConfigureAwait(false);
        }
    }

    private async Task WriteAsync(IReadOnlyCollection<IGrouping<EdgeKey, Wanted>> wanted, IEnumerable<StatementRow> open, CancellationToken cancellation)
    {
        ILookup<EdgeKey, StatementRow> before = open.ToLookup(row => row.Edge.Key);
        var changes = new Changes();
        foreach (IGrouping<EdgeKey, Wanted> edge in wanted)
        {
            Change(before[edge.Key], edge, changes);
        }

        await fence.SendAsync("load/end_edges", changes.Ended, WriteEnded, cancellation).ConfigureAwait(false);
        await MakeAsync(changes, cancellation).ConfigureAwait(false);
    }

    private async Task<ImmutableArray<StatementRow>> OpenAsync(IEnumerable<(string From, string To)> pairs, CancellationToken cancellation)
    {
        await fence.DoneAsync().ConfigureAwait(false);
        QueryParameters parameters = new QueryParameters().Set("pairs", writer =>
        {
            writer.WriteStartArray();
            foreach ((string from, string to) in pairs.Distinct())
            {
                writer.WriteStartArray();
                writer.WriteStringValue(from);
                writer.WriteStringValue(to);
                writer.WriteEndArray();
            }

            writer.WriteEndArray();
        });
        return await client.RowsAsync(
            new Query(CypherFile.Named("load/open_edges"), parameters) { RetryFor = client.Options.RetryWritesFor }, static row => StatementReading.Statement(row, 0), cancellation).ConfigureAwait(false);
    }

    private void Change(IEnumerable<StatementRow> open, IEnumerable<Wanted> wanted, Changes changes)
    {
        Dictionary<string, Stated> before = open.ToDictionary(row => numbers.OwnerName(row.Owner), row => new Stated(row, row.Edge, row.Evidence, row.Stated), StringComparer.Ordinal);
        var after = new Dictionary<string, Stated>(before, StringComparer.Ordinal);
        foreach (Wanted change in wanted)
        {
            Stated? was = after.GetValueOrDefault(change.Owner);
            if (change.Statement is null)
            {
                changes.Closed += after.Remove(change.Owner) ? 1 : 0;
                continue;
            }

            string evidence = EvidenceCode.Text(change.Statement.Alternatives, numbers.Dataset);
            if (was is null || was.Evidence != evidence || !was.Edge.Equals(change.Statement.Edge))
            {
                changes.Opened++;
                changes.Closed += was is null ? 0 : 1;
                after[change.Owner] = new Stated(null, change.Statement.Edge, evidence, fence.Run);
            }
        }

        changes.Grown += (after.Count > 0 ? 1 : 0) - (before.Count > 0 ? 1 : 0);
        string? strongest = after.Count == 0 ? null : EdgeMerge.Merge(after.Select(pair => new DerivedEdge(pair.Value.Edge, pair.Key, []))).Owner;
        foreach ((string owner, Stated was) in before)
        {
            if (!after.TryGetValue(owner, out Stated? now) || now.Row is null || now.Row.Also != (owner != strongest))
            {
                changes.Ended.Add(was.Row!);
            }
        }

        changes.Made.AddRange(after.Where(pair => pair.Value.Row is not { } row || row.Also != (pair.Key != strongest))
            .Select(pair => new MadeEdge(pair.Value.Edge, Chunk.Of(numbers.Owner(pair.Key), pair.Value.Edge.Key), pair.Value.Evidence, pair.Value.Since, pair.Key != strongest)));
    }

    private async Task MakeAsync(Changes changes, CancellationToken cancellation)
    {
        if (changes.Made.Count > 0)
        {
            // Neighbours together: what a transaction locks and touches stays near.
            changes.Made.Sort(static (one, other) => string.CompareOrdinal(one.Edge.From, other.Edge.From));
            digests.Name(changes.Made.SelectMany(made => (string[])[made.Edge.From, made.Edge.To]));
            await fence.SendPackedAsync("load/put_edges", changes.Made, static made => made.Size, (parameters, some, first) =>
            {
                parameters.Set("opened", first ? changes.Opened : 0).Set("closed", first ? changes.Closed : 0).Set("grown", first ? changes.Grown : 0);
                MadeEdge.Set(parameters, some, fence.Run);
            }, cancellation).ConfigureAwait(false);
        }
        else if (changes.Opened != 0 || changes.Closed != 0 || changes.Grown != 0)
        {
            await fence.OnceAsync("load/count_edges", parameters => parameters.Set("opened", changes.Opened).Set("closed", changes.Closed).Set("grown", changes.Grown), cancellation).ConfigureAwait(false);
        }
    }

    private static void WriteEnded(Utf8JsonWriter writer, StatementRow row)
    {
        writer.WriteStartObject();
        writer.WriteString("y", row.Also ? EdgeCode.AlsoStated : row.Edge.Kind.Text());
        writer.WriteString("k", row.Edge.Kind.Text());
        writer.WriteString("f", row.Edge.From);
        writer.WriteString("t", row.Edge.To);
        writer.WriteNumber("h", row.Chunk);
        writer.WriteString("q", row.Edge.Key.Qualifier);
        writer.WriteEndObject();
    }

    private sealed record Wanted(EdgeKey Key, string Owner, DerivedEdge? Statement);

    /// <summary>What an owner states; with the relationship that says so, if there is one already.</summary>
    private sealed record Stated(StatementRow? Row, GraphEdge Edge, string Evidence, long Since);

    private sealed class Changes
    {
        internal List<StatementRow> Ended { get; } = [];

        internal List<MadeEdge> Made { get; } = [];

        internal long Opened { get; set; }

        internal long Closed { get; set; }

        internal long Grown { get; set; }
    }
}
