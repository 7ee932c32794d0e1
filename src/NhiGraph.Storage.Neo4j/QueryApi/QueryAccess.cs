namespace NhiGraph.Storage.Neo4j.QueryApi;

/// <summary>Whether a query may write. A server rejects a write in a reading query, and a cluster may answer one from a replica.</summary>
public enum QueryAccess : byte
{
    Read,
    Write,
}
