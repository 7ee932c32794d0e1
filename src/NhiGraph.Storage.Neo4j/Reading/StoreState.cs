using System.Collections.Immutable;
using NhiGraph.Storage.Neo4j.QueryApi;

namespace NhiGraph.Storage.Neo4j.Reading;

/// <summary>How the store stands.</summary>
/// <param name="Version">The published version.</param>
/// <param name="Swept">The run up to which all that was ended is swept; less than <paramref name="Version"/> while a sweep is under way or was cut off.</param>
/// <param name="Run">The open run, or null.</param>
/// <param name="Lease">Who writes; null for nobody.</param>
/// <param name="LeaseLeft">Milliseconds until the lease runs out; negative when it has.</param>
/// <param name="Holder">Who writes, for people.</param>
/// <param name="Batch">The last batch of the open run that was carried out.</param>
/// <param name="Moves">Odd while a sweep moves something.</param>
internal sealed record StoreState(long Version, long Swept, long? Run, string? Lease, long? LeaseLeft, string? Holder, long Batch, long Moves)
{
    internal bool IsSwept => Swept >= Version;

    /// <summary>Nothing is moved now: no step of a sweep is under way, or whoever began it is gone.</summary>
    internal bool IsStill => Moves % 2 == 0 || Lease is null || LeaseLeft < 0;

    /// <summary>Nobody has the writer's place.</summary>
    internal bool IsFree => Lease is null || LeaseLeft < 0;

    internal static async Task<StoreState> ReadAsync(QueryApiClient client, CancellationToken cancellation, TimeSpan? retryFor = null)
    {
        ImmutableArray<StoreState> found = await client.RowsAsync(new Query(CypherFile.Named("load/state"), new QueryParameters()) { RetryFor = retryFor }, static row =>
            new StoreState(row.Number(0), row.Number(1), row.NumberOrNull(2), row.TextOrNull(3), row.NumberOrNull(4), row.TextOrNull(5), row.Number(6), row.Number(7)), cancellation).ConfigureAwait(false);
        return found.Length == 1 ? found[0] : throw new StoreException(StoreReason.Unreadable, $"The store in the database '{client.Options.Database}' at {client.Options.Server} is gone: its node Store was deleted.");
    }
}
