namespace NhiGraph.Storage.Neo4j.Writing;

/// <summary>How the store stood when a run began.</summary>
/// <param name="Run">The run's number.</param>
/// <param name="Nodes">Nodes open.</param>
/// <param name="Edges">Edges open.</param>
/// <param name="IsDigested">Every run since the store's first wrote digests: files that were imported have none.</param>
/// <param name="IsFirst">No run was published before: nothing is there.</param>
internal sealed record BegunRun(long Run, long Nodes, long Edges, bool IsDigested, bool IsFirst);
