using System.Net;
using System.Net.Sockets;
using NhiGraph.Storage.Neo4j;

namespace NhiGraph.Cli.Tests;

public sealed class Neo4jAddressTests
{
    [Theory]
    [InlineData("neo4j:http://127.0.0.1:7474/neo4j", "http://127.0.0.1:7474", "neo4j")]
    [InlineData("neo4j:http://127.0.0.1:7474", "http://127.0.0.1:7474", "neo4j")]
    [InlineData("neo4j:https://abc.databases.neo4j.io/abc", "https://abc.databases.neo4j.io", "abc")]
    [InlineData("neo4j:https://h:7473/a%20b/", "https://h:7473", "a b")]
    public void Of_ServerAndDatabase_AreRead(string given, string server, string database)
    {
        Neo4jAddress address = Assert.IsType<Neo4jAddress>(StoreAddress.Of(given, With([])));
        Assert.Equal((new Uri(server), database), (address.Server, address.Database));
        Assert.Equal(address, StoreAddress.Of(address.ToString().Replace(" ", "%20", StringComparison.Ordinal), With([])));
    }

    [Theory]
    [InlineData("neo4j:bolt://h:7687", "not to Bolt's")]
    [InlineData("neo4j://h:7687", "not to Bolt's")]
    [InlineData("neo4j:", "neo4j:http://HOST:7474/DATABASE")]
    [InlineData("neo4j:h:7474/neo4j", "neo4j:http://HOST:7474/DATABASE")]
    [InlineData("neo4j:http://neo4j:s3cret@h:7474/neo4j", "holds no user or password")]
    [InlineData("neo4j:http://h:7474/neo4j/more", "more than a database")]
    [InlineData("neo4j:http://h:7474/neo4j?x=1", "more than a database")]
    public void Of_NoGoodAddress_SaysWhatIsWrong(string given, string says)
    {
        string message = Assert.Throws<BadUseException>(() => StoreAddress.Of(given, With([]))).Message;
        Assert.Contains(says, message, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Secrets_OfEnvironment_AreReadAndNotShown()
    {
        Assert.Equal("no credential", Told([]));
        Assert.Equal("user 'neo4j'", Told([("NHIGRAPH_NEO4J_PASSWORD", "s3cret")]));
        Assert.Equal("user 'ada'", Told([("NHIGRAPH_NEO4J_USER", "ada"), ("NHIGRAPH_NEO4J_PASSWORD", "s3cret")]));
        Assert.Equal("a token", Told([("NHIGRAPH_NEO4J_TOKEN", "s3cret")]));
    }

    [Fact]
    public void Secrets_OfFiles_AreReadWithoutTheLineEnd()
    {
        using var run = new CommandRun();
        string password = run.Write("password", "s3cret word\n"), options = run.Write("nhigraph.json", """{ "neo4j": { "user": "ada", "passwordFile": "password" } }""");

        Assert.Equal("user 'neo4j'", Told([("NHIGRAPH_NEO4J_PASSWORD_FILE", password)]));
        Assert.Equal("a token", Told([("NHIGRAPH_NEO4J_TOKEN_FILE", password)]));
        Assert.Equal("user 'ada'", Told([("NHIGRAPH_OPTIONS", options)]));
        Assert.Equal("a token", Told([("NHIGRAPH_OPTIONS", options), ("NHIGRAPH_NEO4J_TOKEN", "t")]));
        Assert.Equal("no credential", Told([("NHIGRAPH_OPTIONS", run.Write("other.json", "{}"))]));
    }

    [Theory]
    [InlineData("NHIGRAPH_NEO4J_PASSWORD", "a", "NHIGRAPH_NEO4J_PASSWORD_FILE", "b", "give one of them")]
    [InlineData("NHIGRAPH_NEO4J_PASSWORD", "a", "NHIGRAPH_NEO4J_TOKEN", "b", "give one of them")]
    [InlineData("NHIGRAPH_NEO4J_USER", "a", "X", "b", "without a password")]
    [InlineData("NHIGRAPH_NEO4J_PASSWORD_FILE", "/nowhere/at/all", "X", "b", "cannot be read")]
    [InlineData("NHIGRAPH_OPTIONS", "/nowhere/at/all", "X", "b", "cannot be read")]
    public void Secrets_NotMeantSo_AreRefused(string one, string value, string two, string other, string says) =>
        Assert.Contains(says, Assert.Throws<BadUseException>(() => Told([(one, value), (two, other)])).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("[]", null)]
    [InlineData("""{"neo4j":{"pass":"x"}}""", "#/neo4j/pass")]
    [InlineData("""{"neo4j":{"user":1}}""", "#/neo4j/user")]
    [InlineData("""{"neo4j":1}""", "not an options file")]
    [InlineData("no json", "not an options file")]
    [InlineData("""{"neo4j":{"user":"a","user":"b"}}""", "not an options file")]
    public void Secrets_OfAWrongOptionsFile_SayWhere(string content, string? says)
    {
        using var run = new CommandRun();
        string file = run.Write("options.json", content);
        if (says is null)
        {
            Assert.Equal("no credential", Told([("NHIGRAPH_OPTIONS", file)]));
            return;
        }

        Assert.Contains(says, Assert.Throws<BadUseException>(() => Told([("NHIGRAPH_OPTIONS", file)])).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("status")]
    [InlineData("derive")]
    [InlineData("serve")]
    [InlineData("ask", "{ __typename }")]
    public async Task Commands_WhereNoServerListens_EndWith3AndSayWhere(params string[] arguments)
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        string store = $"neo4j:http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}/neo4j";
        taken.Stop();
        using var run = new CommandRun();

        Assert.Equal(ExitCode.NotReachable, await run.RunAsync([.. arguments, "--store", store]));
        Assert.Contains("Nothing answers at http://127.0.0.1:", run.Error, StringComparison.Ordinal);
        run.Environment[StoreAddress.Variable] = store;
        Assert.Equal(ExitCode.NotReachable, await run.RunAsync(arguments));
    }

    [Theory]
    [InlineData("http://neo4j.invalid:7474", "s3cret", true)]
    [InlineData("http://neo4j.invalid:7474", null, false)]
    [InlineData("https://neo4j.invalid:7473", "s3cret", false)]
    [InlineData("http://127.0.0.1:1", "s3cret", false)]
    [InlineData("http://localhost:1", "s3cret", false)]
    [InlineData("http://[::1]:1", "s3cret", false)]
    public async Task Commands_ThatSendACredentialInTheClearToAnotherHost_WarnOnce(string server, string? password, bool warned)
    {
        using var run = new CommandRun();
        if (password is not null)
        {
            run.Environment["NHIGRAPH_NEO4J_PASSWORD"] = password;
        }

        Assert.Equal(ExitCode.NotReachable, await run.RunAsync("status", "--store", $"neo4j:{server}/neo4j"));
        Assert.Equal(warned ? 1 : 0, run.Error.Split('\n').Count(line => line == $"Warning: the credential of {server} goes over plain http, where whoever is on the way can read it. Use https, and give Neo4j a certificate."));
        Assert.DoesNotContain("s3cret", run.Error, StringComparison.Ordinal);
    }

    private static string Told((string Name, string Value)[] environment)
    {
        Neo4jCredential credential = Neo4jSecrets.Read(With(environment));
        return credential.ToString();
    }

    private static Surroundings With((string Name, string Value)[] environment) =>
        new(TextWriter.Null, TextWriter.Null, false, name => environment.FirstOrDefault(pair => pair.Name == name).Value, TimeProvider.System);
}
