using System.Collections.Immutable;
using System.Text.RegularExpressions;
using NhiGraph.Storage.Neo4j.QueryApi;

namespace NhiGraph.Storage.Neo4j.Opening;

/// <summary>What a database must have before it is a store: the numbered files of <c>cypher/schema</c>, of which only what is missing is carried out, and the store's one node.</summary>
internal static partial class Schema
{
    /// <summary>The layout that this program reads and writes; a store of a higher one is a newer program's.</summary>
    internal const long Format = 1;

    private const string AfterFirstRun = "schema/005_search";

    private static readonly TimeSpan FirstLook = TimeSpan.FromMilliseconds(20), LongestLook = TimeSpan.FromSeconds(1);

    /// <summary>Makes a store of an empty database, or demands that one is there; completes its indexes, which one that was imported from files has none of.</summary>
    /// <exception cref="StoreException">There is none and none is to be made, the database holds something else, or a newer program wrote it.</exception>
    internal static async Task PrepareAsync(QueryApiClient client, bool create, CancellationToken cancellation)
    {
        ImmutableArray<(long? Format, bool Empty, bool Published)> found = await client.RowsAsync(
            new Query(CypherFile.Named("schema/format"), new QueryParameters()), static row => (row.NumberOrNull(0), row.Boolean(1), row.Boolean(2)), cancellation).ConfigureAwait(false);
        switch (found[0])
        {
            case ( > Format, _, _):
                throw new StoreException(StoreReason.TooNew, $"The store in {client.Options.Server}{client.Options.Database} was written by a newer nhigraph (format {found[0].Format}, this one knows {Format}). Use that version.");
            case (null, false, _):
                throw new StoreException(StoreReason.Unreadable, $"The database '{client.Options.Database}' at {client.Options.Server} holds something that is no store of NhiGraph. Name an empty database.");
            case (null, true, _) when !create:
                throw new StoreException(StoreReason.Unreachable, $"There is no store yet in the database '{client.Options.Database}' at {client.Options.Server}. Load something into it first (nhigraph load aws --help).");
        }

        if (create)
        {
            await CompleteAsync(client, found[0].Published, cancellation).ConfigureAwait(false);
            await client.ExecuteAsync(new Query(CypherFile.Named("schema/create"), new QueryParameters().Set("format", Format)) { Access = QueryAccess.Write }, cancellation).ConfigureAwait(false);
            return;
        }

        try
        {
            await CompleteAsync(client, found[0].Published, cancellation).ConfigureAwait(false);
        }
        catch (StoreException failure) when (failure.Reason == StoreReason.Refused)
        {
            // Who may only read reads without them, slowly.
        }
    }

    /// <summary>Makes what is missing.</summary>
    /// <param name="client">The client.</param>
    /// <param name="all">What is made once the first run is whole too.</param>
    /// <param name="cancellation">Ends it between two statements.</param>
    /// <param name="retryFor">How long each is tried again; null for what the client's options say.</param>
    internal static async Task CompleteAsync(QueryApiClient client, bool all, CancellationToken cancellation, TimeSpan? retryFor = null)
    {
        HashSet<string> there = [.. await client.RowsAsync(new Query(CypherFile.Named("schema/names"), new QueryParameters()) { RetryFor = retryFor }, static row => row.Text(0), cancellation).ConfigureAwait(false)];
        CypherFile[] missing = [.. CypherFile.Names.Where(name => Numbered().IsMatch(name) && (all || name != AfterFirstRun)).SelectMany(name => CypherFile.Named(name).Each())
            .Where(statement => !there.Contains(Named().Match(statement.Text).Groups[1].Value))];
        foreach (CypherFile statement in missing)
        {
            await client.ExecuteAsync(new Query(statement, new QueryParameters()) { Access = QueryAccess.Write, RetryFor = retryFor }, cancellation).ConfigureAwait(false);
        }

        if (missing.Length > 0)
        {
            await FilledAsync(client, retryFor, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Waits until all are filled: by short queries, for the server may end a long one.</summary>
    private static async Task FilledAsync(QueryApiClient client, TimeSpan? retryFor, CancellationToken cancellation)
    {
        for (TimeSpan look = FirstLook; ; look = look * 2 < LongestLook ? look * 2 : LongestLook)
        {
            ImmutableArray<(string Name, string State)> filling = await client.RowsAsync(
                new Query(CypherFile.Named("schema/filling"), new QueryParameters()) { RetryFor = retryFor }, static row => (row.Text(0), row.Text(1)), cancellation).ConfigureAwait(false);
            if (filling.IsEmpty)
            {
                return;
            }

            if (filling.FirstOrDefault(index => index.State == "FAILED").Name is { } failed)
            {
                throw new StoreException(StoreReason.Unreadable, $"The index {failed} of the database '{client.Options.Database}' at {client.Options.Server} could not be filled; the server's log says why. Drop it and try again.");
            }

            await Task.Delay(look, cancellation).ConfigureAwait(false);
        }
    }

    [GeneratedRegex(@"^schema/\d{3}_")]
    private static partial Regex Numbered();

    [GeneratedRegex(@"(?:INDEX|CONSTRAINT) (\w+) IF NOT EXISTS")]
    private static partial Regex Named();
}
