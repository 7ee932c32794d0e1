using System.Text.Json;

namespace NhiGraph.Cli.Tests;

/// <summary>Rules of one's own and dated exceptions, given to ask.</summary>
public sealed class RuleOptionTests : IAsyncLifetime
{
    private const string Rule = "id: reads-at-all\ntitle: Read data\nwhy: Nobody should.\nseverity: HIGH\nwithin: anywhere\nsource: this test\nparts:\n  - can: [READ_DATA]\n    on: any\n";
    private const string Question = "{ toxicCombinations(filter: {rules: [\"reads-at-all\"], includeExcepted: EXCEPTED}) { nodes { rule { id } actor { key } exception { holds by } } } }";
    private readonly CommandRun run = new();

    public async ValueTask InitializeAsync()
    {
        Assert.Equal(ExitCode.Done, await run.RunAsync("load", "aws", "--authorization-details", run.Write("export.json", SmallExport.Details), "--store", run.Store));
        Directory.CreateDirectory(Path.Combine(run.Folder, "rules"));
        run.Write(Path.Combine("rules", "own.yaml"), Rule);
    }

    public ValueTask DisposeAsync()
    {
        run.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Rules_OfAFolder_AreAskedBesideTheShipped()
    {
        JsonElement[] without = await AskAsync("false");
        JsonElement[] with = await AskAsync("false", "--rules", Path.Combine(run.Folder, "rules"));
        Assert.Empty(without);
        Assert.Equal(SmallExport.User, Assert.Single(with).GetProperty("actor").GetProperty("key").GetString());
        Assert.Equal(ExitCode.Done, await run.RunAsync("ask", "{ toxicRules { id } }", "--store", run.Store, "--rules", Path.Combine(run.Folder, "rules")));
        Assert.Contains("\"reads-at-all\"", run.Out, StringComparison.Ordinal);
        Assert.Contains("\"deploy-hide-read\"", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2099-01-01", true)]
    [InlineData("2020-01-01", false)]
    public async Task Exceptions_HoldUntilTheirDay(string until, bool holds)
    {
        string file = run.Write("exceptions.yaml", $"- rule: reads-at-all\n  actor: {SmallExport.User}\n  until: {until}\n  by: ana@acme.example\n  why: It is a backup.\n");
        string[] options = ["--rules", Path.Combine(run.Folder, "rules"), "--exceptions", file];
        Assert.Equal(holds ? 0 : 1, (await AskAsync("false", options)).Length);
        JsonElement exception = Assert.Single(await AskAsync("true", options)).GetProperty("exception");
        Assert.Equal((holds, "ana@acme.example"), (exception.GetProperty("holds").GetBoolean(), exception.GetProperty("by").GetString()));
    }

    [Fact]
    public async Task Rules_ThatAreWrong_AreRefusedWithFileAndLine()
    {
        run.Write(Path.Combine("rules", "wrong.yaml"), Rule.Replace("HIGH", "GRAVE", StringComparison.Ordinal));
        Assert.Equal(ExitCode.BadInput, await run.RunAsync("ask", "{ graphVersion }", "--store", run.Store, "--rules", Path.Combine(run.Folder, "rules")));
        Assert.Contains("NHI-RULE-002", run.Error, StringComparison.Ordinal);
        Assert.Contains("wrong.yaml", run.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.BadInput, await run.RunAsync("ask", "{ graphVersion }", "--store", run.Store, "--exceptions", run.Write("e.yaml", "- rule: no-such-rule\n  actor: a\n  until: 2099-01-01\n  by: b\n  why: c\n")));
        Assert.Contains("NHI-RULE-006", run.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.BadInput, await run.RunAsync("serve", "--store", run.Store, "--rules", Path.Combine(run.Folder, "none")));
        Assert.Contains("none", run.Error, StringComparison.Ordinal);
    }

    private async Task<JsonElement[]> AskAsync(string excepted, params string[] options)
    {
        Assert.Equal(ExitCode.Done, await run.RunAsync(["ask", Question.Replace("EXCEPTED", excepted, StringComparison.Ordinal), "--store", run.Store, .. options]));
        return [.. JsonDocument.Parse(run.Out).RootElement.GetProperty("data").GetProperty("toxicCombinations").GetProperty("nodes").EnumerateArray()];
    }
}
