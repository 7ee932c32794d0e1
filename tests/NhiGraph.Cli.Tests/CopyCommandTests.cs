using NhiGraph.Storage.Neo4j.Tests.Servers;

namespace NhiGraph.Cli.Tests;

public sealed class CopyCommandTests : IDisposable
{
    private const string Question = """
        {
          graphVersion sources { id datasets { scope dataset state asOf } lastRun { id } }
          runs(first: 10) { nodes { id kind state startedAt finishedAt opened closed datasets { dataset state facts } problems { code } } }
          blastRadius(of: ["%"]) { resources { nodes { resource { id firstSeen lastSeen } certainty path { steps { edge to { id } evidence { run fact statement locator } } } } } }
        }
        """;

    private readonly CommandRun run = new();

    private string Copy => "sqlite:" + Path.Combine(run.Folder, "copy.db");

    public void Dispose() => run.Dispose();

    [Fact]
    public async Task Copy_ToAnEmptyStore_AnswersAlike()
    {
        await LoadTwiceAsync();

        Assert.Equal(ExitCode.Done, await run.RunAsync("copy", "--from", run.Store, "--to", Copy));
        Assert.StartsWith($"{run.Store} is copied to {Copy}: runs 1 to 2, version 2, ", run.Out, StringComparison.Ordinal);

        Assert.Equal(await AnswersAsync(run.Store), await AnswersAsync(Copy));
    }

    [Fact]
    public async Task Copy_Again_GoesOnWhereItWas()
    {
        await LoadTwiceAsync();
        await run.RunAsync("copy", "--from", run.Store, "--to", Copy);

        Assert.Equal(ExitCode.Done, await run.RunAsync("copy", "--from", run.Store, "--to", Copy));
        Assert.Equal($"{Copy} holds all 2 runs of {run.Store} already.", run.Out.Trim());

        await run.RunAsync("derive", "--store", run.Store);
        Assert.Equal(ExitCode.Done, await run.RunAsync("copy", "--from", run.Store, "--to", Copy));
        Assert.Contains(": runs 3 to 3, version 3, ", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Copy_ToNeo4jAndBack_AnswersAlike()
    {
        using EmptyDatabase database = await EmptyDatabase.TakeAsync(TestServer.Open, TestContext.Current.CancellationToken);
        string neo4j = $"neo4j:{database.Options.Server.GetLeftPart(UriPartial.Authority)}/neo4j";
        await LoadTwiceAsync();

        Assert.Equal(ExitCode.Done, await run.RunAsync("copy", "--from", run.Store, "--to", neo4j));
        Assert.StartsWith($"{run.Store} is copied to {neo4j}: runs 1 to 2, version 2, ", run.Out, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, await run.RunAsync("copy", "--from", neo4j, "--to", Copy));
        Assert.StartsWith($"{neo4j} is copied to {Copy}: runs 1 to 2, version 2, ", run.Out, StringComparison.Ordinal);

        string expected = await AnswersAsync(run.Store);
        Assert.Equal(expected, await AnswersAsync(neo4j));
        Assert.Equal(expected, await AnswersAsync(Copy));
    }

    [Fact]
    public async Task Copy_ToAnotherHistory_IsRefused()
    {
        string export = run.Write("export.json", SmallExport.Details);
        await run.RunAsync("load", "aws", "--authorization-details", export, "--store", run.Store);
        await run.RunAsync("load", "aws", "--authorization-details", export, "--store", Copy);

        Assert.Equal(ExitCode.BadInput, await run.RunAsync("copy", "--from", run.Store, "--to", Copy));
        Assert.StartsWith($"{Copy} cannot be copied into: The target is not empty, and its run 1 (LOAD of aws, PUBLISHED, started ", run.Error.Split('\n')[1], StringComparison.Ordinal);
        Assert.Contains("Name an empty store to copy into.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Copy_OfNoStore_IsNotReachableAndMakesNone()
    {
        Assert.Equal(ExitCode.NotReachable, await run.RunAsync("copy", "--from", run.Store, "--to", Copy));
        Assert.False(File.Exists(Path.Combine(run.Folder, "copy.db")));
    }

    [Fact]
    public async Task Copy_Stopped_SaysSo()
    {
        await LoadTwiceAsync();
        using var stopped = new CancellationTokenSource();
        Task<int> copy = run.RunAsync(stopped.Token, "copy", "--from", run.Store, "--to", Copy);
        await stopped.CancelAsync();

        // It may be done before it is stopped.
        int code = await copy;
        Assert.True(code is ExitCode.Stopped or ExitCode.Done, $"{code}");
        Assert.Equal(ExitCode.Done, await run.RunAsync("copy", "--from", run.Store, "--to", Copy));
        Assert.Equal(await AnswersAsync(run.Store), await AnswersAsync(Copy));
    }

    private async Task LoadTwiceAsync()
    {
        await run.RunAsync("load", "aws", "--authorization-details", run.Write("export.json", SmallExport.Details), "--store", run.Store);
        string changed = SmallExport.Details.Replace("s3:GetObject", "s3:PutObject", StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, await run.RunAsync("load", "aws", "--authorization-details", run.Write("changed.json", changed), "--store", run.Store));
    }

    private async Task<string> AnswersAsync(string store)
    {
        Assert.Equal(ExitCode.Done, await run.RunAsync("ask", Question.Replace("%", SmallExport.User, StringComparison.Ordinal), "--store", store));
        string answer = run.Out;
        await run.RunAsync("status", "--store", store);
        return answer + run.Out.Replace(store, "STORE", StringComparison.Ordinal);
    }
}
