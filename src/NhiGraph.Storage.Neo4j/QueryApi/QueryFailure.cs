using System.Net.Sockets;
using System.Security.Authentication;

namespace NhiGraph.Storage.Neo4j.QueryApi;

/// <summary>What a server or the way to it can fail with, as the store's reasons, with what to do about it.</summary>
internal static class QueryFailure
{
    /// <summary>The surroundings' failure behind what the server said; null where it is the query's own.</summary>
    internal static StoreException? Of(QueryApiException failure, Neo4jOptions options)
    {
        string server = options.Server.GetLeftPart(UriPartial.Authority);
        return failure.Code switch
        {
            "Neo.ClientError.Security.Unauthorized" or "Neo.ClientError.Security.TokenExpired" or "Neo.ClientError.Security.AuthorizationExpired" => new(
                StoreReason.Refused, $"Neo4j at {server} refused {options.Credential}: {failure.Said} Give NHIGRAPH_NEO4J_USER with NHIGRAPH_NEO4J_PASSWORD or NHIGRAPH_NEO4J_PASSWORD_FILE, or NHIGRAPH_NEO4J_TOKEN.", failure),
            "Neo.ClientError.Security.AuthenticationRateLimit" => new(
                StoreReason.Refused, $"Neo4j at {server} was given a wrong password too often: {failure.Said} Check the credential first.", failure),
            "Neo.ClientError.Security.CredentialsExpired" => new(StoreReason.Refused, $"The first password of {options.Credential} at {server} must be changed before it can be used.", failure),
            "Neo.ClientError.Security.Forbidden" => new(StoreReason.Refused, $"{options.Credential} may not do this at {server}: {failure.Said}", failure),
            "Neo.ClientError.Database.DatabaseNotFound" => new(
                StoreReason.Unreachable, $"Neo4j at {server} has no database '{options.Database}'. The last part of the store's address names it: neo4j:{server}/neo4j.", failure),
            "Neo.ClientError.Statement.AccessMode" or "Neo.ClientError.General.ForbiddenOnReadOnlyDatabase" or "Neo.ClientError.General.WriteOnReadOnlyAccessDatabase" => new(
                StoreReason.Refused, $"The database '{options.Database}' at {server} cannot be written: {failure.Said}", failure),
            _ when IsSpace(failure.Said) => new(StoreReason.NoSpace, $"Neo4j at {server} has no space left: {failure.Said} Free some and run again; what was published is safe.", failure),
            // What Neo4j 5.26 answers to the transaction that fills its disk, and to every one after it until it is started again; it does not say why.
            "Neo.DatabaseError.Transaction.TransactionCommitFailed" or "Neo.DatabaseError.Transaction.TransactionStartFailed" => new(
                StoreReason.NoSpace, $"Neo4j at {server} could not write, most often for a full disk: {failure.Said} Look into its logs, free some space, start it again, then run again; what was published is safe.", failure),
            _ when failure.IsTimedOut => new(StoreReason.TimedOut, $"Neo4j at {server} ended the query by its time limit (db.transaction.timeout): {failure.Said} Ask for less at once, or raise the limit.", failure),
            _ when failure.IsTerminated => new(StoreReason.Unreachable, $"The query was ended at {server}, by an administrator or because the server stops: {failure.Said}", failure),
            _ when failure.IsTransient => new(StoreReason.Unreachable, $"Neo4j at {server} could not do it, and not after trying again either: {failure.Message}", failure),
            _ => null,
        };
    }

    /// <summary>No answer came.</summary>
    internal static StoreException Of(Exception failure, Neo4jOptions options)
    {
        string server = options.Server.GetLeftPart(UriPartial.Authority);
        return failure switch
        {
            HttpRequestException { InnerException: AuthenticationException } => new(
                StoreReason.Unreachable, $"The certificate of {server} is not trusted: {failure.InnerException!.Message} Its issuer must be known to this machine; there is no way round it.", failure),
            HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => new(StoreReason.Unreachable, $"There is no host {options.Server.Host}.", failure),
            HttpRequestException { InnerException: SocketException or OperationCanceledException } or HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } => new(
                StoreReason.Unreachable, $"Nothing answers at {server}: {failure.InnerException?.Message ?? failure.Message} Start Neo4j there, or check host and port (HTTP is 7474, HTTPS 7473, Aura 443).", failure),
            OperationCanceledException => new(StoreReason.Unreachable, $"Nothing answers at {server} within {options.ConnectWithin.TotalSeconds:0} s. Start Neo4j there, or check host, port and firewall.", failure),
            System.Text.Json.JsonException => new(StoreReason.Unreadable, $"What answers at {server} is not a Neo4j Query API: {failure.Message}", failure),
            _ => new(StoreReason.Unreachable, $"The connection to {server} failed: {failure.Message}", failure),
        };
    }

    /// <summary>
    /// What the server says against a statement of ours, other than what its surroundings explain, is a store that cannot be read: somebody changed it, or the server is none we know. So is a
    /// row of another form than the statement gives.
    /// </summary>
    internal static async Task<T> GuardAsync<T>(Func<Task<T>> act)
    {
        try
        {
            return await act().ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is QueryApiException or FormatException)
        {
            throw new StoreException(StoreReason.Unreadable, $"The store in Neo4j failed: {failure.Message}", failure);
        }
    }

    private static bool IsSpace(string said) => said.Contains("No space left", StringComparison.OrdinalIgnoreCase) || said.Contains("not enough space", StringComparison.OrdinalIgnoreCase)
        || said.Contains("disk is full", StringComparison.OrdinalIgnoreCase) || said.Contains("out of disk space", StringComparison.OrdinalIgnoreCase);
}
