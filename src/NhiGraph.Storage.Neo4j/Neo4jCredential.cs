using System.Net.Http.Headers;
using System.Text;

namespace NhiGraph.Storage.Neo4j;

/// <summary>What proves to the server who asks. Never shows the secret.</summary>
public sealed class Neo4jCredential
{
    private readonly string _told;

    private Neo4jCredential(AuthenticationHeaderValue? header, string told) => (Header, _told) = (header, told);

    /// <summary>For a server with authentication switched off.</summary>
    public static Neo4jCredential None { get; } = new(null, "no credential");

    internal AuthenticationHeaderValue? Header { get; }

    public static Neo4jCredential Basic(string user, string password)
    {
        ArgumentException.ThrowIfNullOrEmpty(user);
        return new(new AuthenticationHeaderValue("Basic", Base64($"{user}:{password}")), $"user '{user}'");
    }

    /// <summary>A token of the server's single sign-on.</summary>
    public static Neo4jCredential Bearer(string token)
    {
        ArgumentException.ThrowIfNullOrEmpty(token);
        return new(new AuthenticationHeaderValue("Bearer", Base64(token)), "a token");
    }

    public override string ToString() => _told;

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
