using System.Text.Json;

namespace NhiGraph.Storage.Neo4j.QueryApi;

/// <summary>How a query ended.</summary>
/// <param name="Rows">How many rows it gave.</param>
/// <param name="Counters">What it changed; counted for writes only.</param>
/// <param name="Plan">The plan of an EXPLAIN or PROFILE, as the server writes it.</param>
public sealed record QuerySummary(long Rows, QueryCounters Counters, JsonElement? Plan);
