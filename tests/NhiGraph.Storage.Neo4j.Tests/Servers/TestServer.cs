using NhiGraph.Storage.Neo4j.QueryApi;

namespace NhiGraph.Storage.Neo4j.Tests.Servers;

/// <summary>
/// A real server for tests: where a variable points, else one in a container if a container engine answers, else none. Tests ask for it with <see cref="DemandAsync"/>, which
/// skips them by name where there is none, unless NHIGRAPH_REQUIRE names <c>neo4j</c>.
/// </summary>
public sealed class TestServer
{
    private readonly string _variable;
    private readonly Lazy<Task<Neo4jOptions?>> _found;

    private TestServer(string variable, string? password)
    {
        _variable = variable;
        _found = new(() => FindAsync(variable, password));
    }

    /// <summary>With authentication switched off: NHIGRAPH_TEST_NEO4J, e.g. <c>http://127.0.0.1:7474</c>.</summary>
    public static TestServer Open { get; } = new("NHIGRAPH_TEST_NEO4J", null);

    /// <summary>With authentication: NHIGRAPH_TEST_NEO4J_AUTH, e.g. <c>http://neo4j:password@127.0.0.1:7475</c>.</summary>
    public static TestServer Closed { get; } = new("NHIGRAPH_TEST_NEO4J_AUTH", "a-password-for-tests");

    internal static bool Required => (Environment.GetEnvironmentVariable("NHIGRAPH_REQUIRE") ?? "").Split(',', StringSplitOptions.TrimEntries).Contains("neo4j", StringComparer.Ordinal);

    /// <summary>Where it is; skips the calling test where there is none.</summary>
    public async Task<Neo4jOptions> DemandAsync()
    {
        Neo4jOptions? options = await _found.Value;
        if (Required)
        {
            Assert.True(options is not null, $"NHIGRAPH_REQUIRE asks for Neo4j, {_variable} is not set and no container engine answers.");
        }

        Assert.SkipWhen(options is null, $"No Neo4j: {_variable} is not set and no container engine answers.");
        return options!;
    }

    private static async Task<Neo4jOptions?> FindAsync(string variable, string? password)
    {
        if (Environment.GetEnvironmentVariable(variable) is not { Length: > 0 } address)
        {
            return await ServerContainer.TryStartAsync(password);
        }

        var server = new Uri(address);
        string[] user = server.UserInfo.Split(':', 2);
        return new Neo4jOptions(new Uri(server.GetLeftPart(UriPartial.Authority).Replace(server.UserInfo + "@", "", StringComparison.Ordinal)), "neo4j")
        {
            Credential = user.Length == 2 ? Neo4jCredential.Basic(Uri.UnescapeDataString(user[0]), Uri.UnescapeDataString(user[1])) : Neo4jCredential.None,
        };
    }
}
