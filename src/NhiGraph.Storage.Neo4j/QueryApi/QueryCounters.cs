namespace NhiGraph.Storage.Neo4j.QueryApi;

/// <summary>What a query changed, as the server counts it.</summary>
public sealed record QueryCounters(long NodesCreated, long NodesDeleted, long RelationshipsCreated, long RelationshipsDeleted, long PropertiesSet, long LabelsAdded, long LabelsRemoved)
{
    public static QueryCounters None { get; } = new(0, 0, 0, 0, 0, 0, 0);
}
