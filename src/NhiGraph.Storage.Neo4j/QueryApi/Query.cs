namespace NhiGraph.Storage.Neo4j.QueryApi;

/// <summary>One statement with its parameters: one request, which is one transaction.</summary>
public sealed record Query(CypherFile Statement, QueryParameters Parameters)
{
    public QueryAccess Access { get; init; } = QueryAccess.Read;

    /// <summary>
    /// Sending it twice does what sending it once does. A write is then tried again even where nobody knows whether the first attempt was committed: because it is
    /// guarded by a number or merges on keys.
    /// </summary>
    public bool Repeatable { get; init; } = true;

    /// <summary>How long it is tried again; null for what the client's options say.</summary>
    public TimeSpan? RetryFor { get; init; }
}
