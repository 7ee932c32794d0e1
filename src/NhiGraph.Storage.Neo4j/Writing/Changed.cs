namespace NhiGraph.Storage.Neo4j.Writing;

/// <summary>What of a batch must be written.</summary>
/// <param name="New">Rows of which nothing was ever there: they are made without a look.</param>
/// <param name="Other">Rows of which something may be there.</param>
internal sealed record Changed<T>(List<T> New, List<T> Other);
