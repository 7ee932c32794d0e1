using System.Text.Json;

namespace NhiGraph.Cli.Tests;

public sealed class AskCommandTests : IAsyncLifetime
{
    private const string ByKey = "query Who($id: ID!) { node(id: $id) { id ... on Entity { name kinds } } }";
    private readonly CommandRun run = new();

    public async ValueTask InitializeAsync() =>
        Assert.Equal(ExitCode.Done, await run.RunAsync("load", "aws", "--authorization-details", run.Write("export.json", SmallExport.Details), "--store", run.Store));

    public ValueTask DisposeAsync()
    {
        run.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Ask_Query_PrintsOneJsonAnswerAndNothingElse()
    {
        int code = await run.RunAsync("ask", $"{{ blastRadius(of: [\"{SmallExport.User}\"]) {{ summary {{ resources {{ proved possible }} }} }} }}", "--store", run.Store);

        Assert.Equal(ExitCode.Done, code);
        JsonElement resources = Answer().GetProperty("blastRadius").GetProperty("summary").GetProperty("resources");
        Assert.Equal(1, resources.GetProperty("possible").GetInt32());
    }

    [Fact]
    public async Task Ask_VariablesAsJson_AreUsed()
    {
        int code = await run.RunAsync("ask", ByKey, "--variables", $"{{\"id\": \"{SmallExport.User}\"}}", "--store", run.Store);

        Assert.Equal(ExitCode.Done, code);
        Assert.Equal("backup", Answer().GetProperty("node").GetProperty("name").GetString());
    }

    [Fact]
    public async Task Ask_QueryAndVariablesInFiles_AreRead()
    {
        string query = run.Write("query.graphql", ByKey);
        string variables = run.Write("variables.json", $"{{\"id\": \"{SmallExport.User}\"}}");

        Assert.Equal(ExitCode.Done, await run.RunAsync("ask", "@" + query, "--variables", "@" + variables, "--store", run.Store));
        Assert.Equal(SmallExport.User, Answer().GetProperty("node").GetProperty("id").GetString());
    }

    [Fact]
    public async Task Ask_EngineInMemory_IsWhatIsUsedAnyway()
    {
        Assert.Equal(ExitCode.Done, await run.RunAsync("ask", "{ identities { totalCount } }", "--store", run.Store, "--engine", "memory"));
        Assert.True(Answer().GetProperty("identities").GetProperty("totalCount").GetInt32() > 0);
    }

    [Fact]
    public async Task Ask_EngineInADatabaseThatIsNone_IsBadUse()
    {
        Assert.Equal(ExitCode.BadInput, await run.RunAsync("ask", "{ graphVersion }", "--store", run.Store, "--engine", "neo4j"));
        Assert.Contains("neo4j:http://HOST:7474/DATABASE", run.Error, StringComparison.Ordinal);
        Assert.Contains(run.Store, run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ nonsense }")]
    [InlineData("{ graphVersion ")]
    public async Task Ask_QueryThatIsRefused_IsBadInputWithTheReasonAsJson(string query)
    {
        Assert.Equal(ExitCode.BadInput, await run.RunAsync("ask", query, "--store", run.Store));
        Assert.True(JsonDocument.Parse(run.Out).RootElement.GetProperty("errors").GetArrayLength() > 0);
    }

    [Theory]
    [InlineData("[1]", "one JSON object")]
    [InlineData("{", "not JSON")]
    [InlineData("@none.json", "none.json")]
    public async Task Ask_BadVariables_IsBadInputThatSaysWhy(string variables, string said)
    {
        Assert.Equal(ExitCode.BadInput, await run.RunAsync("ask", ByKey, "--variables", variables, "--store", run.Store));
        Assert.Contains(said, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_StoreThatIsNotThere_IsNotReachableAndMakesNone()
    {
        string file = Path.Combine(run.Folder, "other.db");

        Assert.Equal(ExitCode.NotReachable, await run.RunAsync("ask", "{ graphVersion }", "--store", "sqlite:" + file));
        Assert.Contains("There is no store at sqlite:", run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(file));
    }

    private JsonElement Answer() => JsonDocument.Parse(run.Out).RootElement.GetProperty("data");
}
