using NhiGraph.Storage;

namespace NhiGraph.Cli;

/// <summary>Where a store is, as a user writes it: <c>sqlite:FILE</c> or <c>neo4j:http://HOST:7474/DATABASE</c>.</summary>
internal abstract record StoreAddress
{
    internal const string Variable = "NHIGRAPH_STORE";
    internal const string Default = "sqlite:nhigraph.db";

    /// <param name="given">What <c>--store</c> says, or null: then the environment, then the default.</param>
    /// <exception cref="BadUseException">It is not an address.</exception>
    internal static StoreAddress Of(string? given, Surroundings surroundings)
    {
        string text = given ?? (surroundings.Environment(Variable) is { Length: > 0 } set ? set : Default);
        return (StoreAddress?)SqliteAddress.TryRead(text) ?? Neo4jAddress.TryRead(text, surroundings)
            ?? throw new BadUseException($"The store {text} is no address of a store; write sqlite:FILE, for example {Default}, or neo4j:http://127.0.0.1:7474/neo4j.");
    }

    /// <exception cref="StoreException">It cannot be opened, or is not there and is not to be made.</exception>
    internal abstract Task<IGraphStore> OpenAsync(bool create, CancellationToken cancellation);
}
