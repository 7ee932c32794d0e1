namespace NhiGraph.Storage.Neo4j.Model;

/// <summary>What a property of a node is in the database.</summary>
internal enum NodeFieldType
{
    Text,
    Truth,
    Number,
    Instant,
}
