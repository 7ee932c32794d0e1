using System.Text.Json;

namespace NhiGraph.Cli.Tests;

/// <summary>Tags of other names than the usual ones, given to the commands that derive.</summary>
public sealed class TagOptionTests : IDisposable
{
    private const string Question = "{ node(id: \"USER\") { ... on Identity { environment purpose } } }";
    private readonly CommandRun run = new();

    public void Dispose() => run.Dispose();

    [Fact]
    public async Task Tags_OfOtherNames_AreReadByLoadAndDerive()
    {
        string export = run.Write("export.json", SmallExport.Details.Replace("\"Tags\": []", "\"Tags\": [{\"Key\": \"stage\", \"Value\": \"prod\"}, {\"Key\": \"Zweck\", \"Value\": \"backs up\"}]", StringComparison.Ordinal));
        string tags = run.Write("tags.yaml", "environment: [env, stage]\npurpose: Zweck\n");

        Assert.Equal(ExitCode.Done, await run.RunAsync("load", "aws", "--authorization-details", export, "--store", run.Store));
        Assert.Equal((null, null), await AskAsync());
        Assert.Equal(ExitCode.Done, await run.RunAsync("derive", "--tags", tags, "--store", run.Store));
        Assert.Equal(("prod", "backs up"), await AskAsync());

        // By the variable they are the rules of each load and of the comparison.
        Assert.Equal(ExitCode.Done, await run.RunAsync("status", "--store", run.Store));
        Assert.Contains("other --tags", run.Out, StringComparison.Ordinal);
        run.Environment["NHIGRAPH_TAGS"] = tags;
        Assert.Equal(ExitCode.Done, await run.RunAsync("status", "--store", run.Store));
        Assert.DoesNotContain("other --tags", run.Out, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, await run.RunAsync("load", "aws", "--authorization-details", export, "--store", run.Store));
        Assert.Equal(("prod", "backs up"), await AskAsync());
    }

    [Theory]
    [InlineData("environment: [env]\nenvironnement: env\n", "tags.yaml#line=2")]
    [InlineData("owner:\n  - a\n  - {b: c}\n", "tags.yaml#line=3")]
    [InlineData("owner: []\n", "tags.yaml#line=1")]
    [InlineData("- owner\n", "tags.yaml#line=1")]
    [InlineData("owner: [a\n", "tags.yaml#line=")]
    public async Task Tags_ThatCannotBeMeant_AreRefusedWithTheirLine(string text, string place)
    {
        string tags = run.Write("tags.yaml", text);
        Assert.Equal(ExitCode.BadInput, await run.RunAsync("load", "aws", "--tags", tags, "--authorization-details", run.Write("export.json", SmallExport.Details), "--store", run.Store));
        Assert.Contains("NHI-AWS-031", run.Error, StringComparison.Ordinal);
        Assert.Contains(place, run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(run.Folder, "store.db")));
    }

    [Fact]
    public async Task Tags_OfAFileThatIsNotThere_IsBadUse()
    {
        Assert.Equal(ExitCode.BadInput, await run.RunAsync("derive", "--tags", Path.Combine(run.Folder, "none.yaml"), "--store", run.Store));
        Assert.Contains("none.yaml", run.Error, StringComparison.Ordinal);
    }

    private async Task<(string? Environment, string? Purpose)> AskAsync()
    {
        Assert.Equal(ExitCode.Done, await run.RunAsync("ask", Question.Replace("USER", SmallExport.User, StringComparison.Ordinal), "--store", run.Store));
        using JsonDocument answer = JsonDocument.Parse(run.Out);
        JsonElement node = answer.RootElement.GetProperty("data").GetProperty("node");
        return (node.GetProperty("environment").GetString(), node.GetProperty("purpose").GetString());
    }
}
