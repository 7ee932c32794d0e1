namespace NhiGraph.Storage.Neo4j;

/// <summary>Where a Neo4j database is and how it is talked to.</summary>
/// <param name="Server">Scheme, host and port: <c>http://127.0.0.1:7474</c>, or <c>https://</c> with the server's certificate verified. For Aura: its host with <c>https</c>.</param>
/// <param name="Database">The database's name, usually <c>neo4j</c>.</param>
public sealed record Neo4jOptions(Uri Server, string Database)
{
    /// <summary>The lowest server that is supported: the long-term line of Neo4j 5.</summary>
    public static Version LowestServer { get; } = new(5, 26);

    public Neo4jCredential Credential { get; init; } = Neo4jCredential.None;

    /// <summary>Requests at once; more wait their turn. The server has a small pool of threads.</summary>
    public int MostConnections { get; init; } = 8;

    /// <summary>How long one request is tried again after transient failures, a restart of the server among them.</summary>
    public TimeSpan RetryFor { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a connection may take to come about.</summary>
    public TimeSpan ConnectWithin { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a writer keeps its place without renewing it; what another writer waits at most after a crash.</summary>
    public TimeSpan LeaseFor { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long one write of a run is tried again; longer than a restart of the server takes.</summary>
    public TimeSpan RetryWritesFor { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>The fewest things of a kind that a run must put before the digests of what is open are read, that unchanged things need not be sent.</summary>
    public int DigestsFrom { get; init; } = 2_000;

    /// <summary>The fewest rows of a request that is still carried out while the next is prepared and sent.</summary>
    public int AheadFrom { get; init; } = 1_000;

    public override string ToString() => $"{Server.GetLeftPart(UriPartial.Authority)}/{Database} ({Credential})";
}
