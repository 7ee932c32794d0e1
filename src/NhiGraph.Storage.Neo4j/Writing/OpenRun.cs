using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Neo4j.Opening;
using NhiGraph.Storage.Neo4j.QueryApi;
using NhiGraph.Storage.Neo4j.Reading;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Storage.Neo4j.Writing;

/// <summary>The run being written. Not safe for concurrent use: the writer lets one at a time in.</summary>
internal sealed class OpenRun(QueryApiClient client, Numbers numbers, Lease lease, RunStart start, BegunRun begun)
{
    private readonly Fence _fence = new(client, lease.Id, begun.Run);
    private OpenDigests? _digests;

    internal RunId Id { get; } = new(begun.Run);

    internal Lease Lease => lease;

    internal async Task WriteAsync(RunChanges changes, CancellationToken cancellation)
    {
        WellFormedText.Demand(changes);
        await NumberAsync(changes, cancellation).ConfigureAwait(false);
        OpenDigests digests = _digests ??= new OpenDigests(client, numbers, _fence, begun);
        bool done = false;
        try
        {
            digests.End(changes);
            await new RowWriter(numbers, _fence, digests).WriteAsync(changes, cancellation).ConfigureAwait(false);
            await new EdgeWriter(client, numbers, _fence, digests).WriteAsync(await digests.ChangedAsync(changes.Edges, cancellation).ConfigureAwait(false), changes.EdgesRemoved, cancellation).ConfigureAwait(false);
            done = true;
        }
        finally
        {
            digests.Keep(done);
        }

        await digests.SendAsync(all: false, cancellation).ConfigureAwait(false);
    }

    /// <summary>One statement makes the run visible, whole; tells whether there is nothing to sweep after it.</summary>
    internal async Task<(Run Run, bool Swept)> PublishAsync(RunOutcome outcome, CancellationToken cancellation)
    {
        await _fence.DoneAsync().ConfigureAwait(false);
        if (begun.IsFirst)
        {
            await Schema.CompleteAsync(client, all: true, cancellation, client.Options.RetryWritesFor).ConfigureAwait(false);
        }

        await (_digests?.SendAsync(all: true, cancellation) ?? Task.CompletedTask).ConfigureAwait(false);
        await _fence.DoneAsync().ConfigureAwait(false);
        QueryParameters parameters = new QueryParameters().Set("lease", lease.Id).Set("run", begun.Run).Set("outcome", writer => RunCode.WriteOutcome(writer, outcome)).Set("renewed", _digests?.Renewed ?? []);
        var query = new Query(CypherFile.Named("load/publish_run"), parameters) { Access = QueryAccess.Write, RetryFor = client.Options.RetryWritesFor };
        (long Opened, long Closed, bool Swept)[] counts = [.. await client.RowsAsync(query, static row => (row.Number(0), row.Number(1), row.Boolean(2)), cancellation).ConfigureAwait(false)];
        return counts.Length == 1
            ? (new Run(Id, start.Kind, RunState.Published, start.Source, start.SourceKind, start.RulesHash, start.StartedAt, outcome.FinishedAt, outcome.Datasets, outcome.Problems, counts[0].Opened, counts[0].Closed), counts[0].Swept)
            : throw Fence.Lost(begun.Run);
    }

    /// <summary>Waits until nothing of the run is under way any more, whatever becomes of it.</summary>
    internal async Task RestAsync() => await _fence.DoneAsync().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    /// <summary>Sees to it that every owner and dataset of the batch has its number; what is only removed and was never there needs none.</summary>
    private async Task NumberAsync(RunChanges changes, CancellationToken cancellation)
    {
        string[] owners = [.. changes.Assertions.Select(assertion => assertion.Owner).Concat(changes.AssertionsRemoved.Select(key => key.Owner)).Concat(changes.Edges.Select(edge => edge.Owner))
            .Distinct(StringComparer.Ordinal).Where(owner => numbers.OwnerOrNull(owner) is null)];
        FactKey[] datasets = [.. changes.Facts.Select(fact => fact.Id).Concat(changes.FactsRemoved).Concat(changes.Assertions.Select(assertion => assertion.Fact)).Concat(changes.AssertionsRemoved.Select(key => key.Fact))
            .Concat(changes.Edges.SelectMany(edge => edge.Alternatives).SelectMany(alternative => alternative).Select(support => support.Fact).OfType<FactKey>())
            .Select(key => key with { Key = "" }).Distinct().Where(key => !numbers.Knows(key))];
        if (owners.Length == 0 && datasets.Length == 0)
        {
            return;
        }

        await _fence.OnceAsync("load/put_numbers", parameters => parameters
            .Set("owners", writer => WriteRows(writer, owners.Select(owner => (string[])[owner])))
            .Set("datasets", writer => WriteRows(writer, datasets.Select(key => (string[])[key.Source, key.Scope, key.Dataset]))), cancellation).ConfigureAwait(false);
        await numbers.ReadAsync(cancellation, client.Options.RetryWritesFor).ConfigureAwait(false);
    }

    private static void WriteRows(System.Text.Json.Utf8JsonWriter writer, IEnumerable<string[]> rows)
    {
        writer.WriteStartArray();
        foreach (string[] row in rows)
        {
            writer.WriteStartArray();
            foreach (string text in row)
            {
                writer.WriteStringValue(text);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndArray();
    }
}
