using NhiGraph.Storage;
using NhiGraph.Storage.Neo4j;

namespace NhiGraph.Cli;

/// <summary><c>neo4j:http://HOST:7474/DATABASE</c>: a store in a Neo4j database; <c>https</c> for TLS and Aura. Who asks stands in the environment or in files (<see cref="Neo4jSecrets"/>), never in the address.</summary>
internal sealed record Neo4jAddress(Uri Server, string Database, Surroundings Surroundings) : StoreAddress
{
    private const string Scheme = "neo4j:";
    private const string DefaultDatabase = "neo4j";

    /// <exception cref="BadUseException">It begins like one and is not well formed.</exception>
    internal static Neo4jAddress? TryRead(string text, Surroundings surroundings)
    {
        if (!text.StartsWith(Scheme, StringComparison.Ordinal))
        {
            return null;
        }

        if (!Uri.TryCreate(text[Scheme.Length..], UriKind.Absolute, out Uri? uri) || (uri.Scheme != Uri.UriSchemeHttp && uri.Scheme != Uri.UriSchemeHttps) || uri.Host.Length == 0)
        {
            throw new BadUseException("A store in Neo4j is written neo4j:http://HOST:7474/DATABASE or neo4j:https://HOST/DATABASE: NhiGraph talks to the HTTP port, not to Bolt's.");
        }

        if (uri.UserInfo.Length > 0)
        {
            throw new BadUseException("A store's address holds no user or password: whoever lists the processes of this machine would read it. " + Neo4jSecrets.HowToGive);
        }

        string database = Uri.UnescapeDataString(uri.AbsolutePath.Trim('/'));
        return uri.Query.Length > 0 || uri.Fragment.Length > 0 || database.Contains('/')
            ? throw new BadUseException($"The store {text} names more than a database; write neo4j:{uri.GetLeftPart(UriPartial.Authority)}/{DefaultDatabase}.")
            : new Neo4jAddress(new Uri(uri.GetLeftPart(UriPartial.Authority)), database.Length == 0 ? DefaultDatabase : database, surroundings);
    }

    internal override async Task<IGraphStore> OpenAsync(bool create, CancellationToken cancellation)
    {
        Neo4jCredential credential = Neo4jSecrets.Read(Surroundings);
        if (credential != Neo4jCredential.None && Server.Scheme == Uri.UriSchemeHttp && !Server.IsLoopback)
        {
            Surroundings.Error.WriteLine($"Warning: the credential of {Server.GetLeftPart(UriPartial.Authority)} goes over plain http, where whoever is on the way can read it. Use https, and give Neo4j a certificate.");
        }

        return await Neo4jGraphStore.OpenAsync(new Neo4jOptions(Server, Database) { Credential = credential }, create, Surroundings.Time, cancellation).ConfigureAwait(false);
    }

    public bool Equals(Neo4jAddress? other) => other is not null && Server == other.Server && Database == other.Database;

    public override int GetHashCode() => HashCode.Combine(Server, Database);

    public override string ToString() => $"{Scheme}{Server.GetLeftPart(UriPartial.Authority)}/{Database}";
}
