namespace NhiGraph.Storage.Neo4j.QueryApi;

/// <summary>What a client did since it was made.</summary>
/// <param name="Requests">Requests sent, repeats among them.</param>
/// <param name="Repeats">Requests sent again after a transient failure.</param>
/// <param name="Terminated">Queries ended on the server because their caller gave up.</param>
public readonly record struct QueryApiFigures(long Requests, long Repeats, long Terminated);
