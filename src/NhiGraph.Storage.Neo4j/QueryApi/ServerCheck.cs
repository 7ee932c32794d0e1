using System.Text.Json;

namespace NhiGraph.Storage.Neo4j.QueryApi;

/// <summary>Whether a server is there that can be used, asked once at the start so that a wrong one is told plainly.</summary>
public static class ServerCheck
{
    /// <summary>The server's version and edition.</summary>
    /// <exception cref="StoreException">It is down, too old, refuses the credential, has no such database, or its Query API is off.</exception>
    public static async Task<(Version Version, string Edition)> DemandAsync(QueryApiClient client, CancellationToken cancellation)
    {
        var query = new Query(CypherFile.Named("schema/server"), new QueryParameters()) { RetryFor = TimeSpan.Zero };
        try
        {
            (string version, string edition) = (await client.RowsAsync(query, static row => (row.Text(0), row.Text(1)), cancellation).ConfigureAwait(false)).Single();
            return (Supported(version, client.Options), edition);
        }
        catch (Exception failure) when (failure is QueryApiException { Code: "HTTP 404" or "HTTP 405" or "HTTP 200" } or StoreException { Reason: StoreReason.Unreadable })
        {
            throw await WhyAsync(client, failure, cancellation).ConfigureAwait(false);
        }
        catch (QueryApiException failure)
        {
            throw new StoreException(StoreReason.Unreadable, $"Neo4j at {client.Options.Server} cannot be used: {failure.Message}", failure);
        }
    }

    internal static Version Supported(string version, Neo4jOptions options)
    {
        string digits = new([.. version.TakeWhile(sign => char.IsAsciiDigit(sign) || sign == '.')]);
        Version found = Version.TryParse(digits, out Version? parsed) ? parsed : new Version(0, 0);
        return found >= Neo4jOptions.LowestServer
            ? found
            : throw new StoreException(StoreReason.TooOld, $"Neo4j at {options.Server} is {version}; {Neo4jOptions.LowestServer} (the long-term line of Neo4j 5) or later is needed.");
    }

    private static async Task<StoreException> WhyAsync(QueryApiClient client, Exception failure, CancellationToken cancellation)
    {
        if (await client.DiscoverAsync(cancellation).ConfigureAwait(false) is not { ValueKind: JsonValueKind.Object } root
            || !root.TryGetProperty("neo4j_version", out JsonElement version) || version.GetString() is not { } told)
        {
            return new StoreException(StoreReason.Unreadable, $"What answers at {client.Options.Server} is no Neo4j. The store's address must name its HTTP port (7474, HTTPS 7473), not Bolt's.", failure);
        }

        try
        {
            Supported(told, client.Options);
        }
        catch (StoreException tooOld)
        {
            return tooOld;
        }

        return new StoreException(StoreReason.Unreachable, $"The Query API of Neo4j at {client.Options.Server} is switched off: server.http_enabled_modules must name QUERY_API_ENDPOINTS.", failure);
    }
}
