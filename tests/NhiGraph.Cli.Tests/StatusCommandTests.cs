namespace NhiGraph.Cli.Tests;

public sealed class StatusCommandTests : IDisposable
{
    private readonly CommandRun run = new();

    public void Dispose() => run.Dispose();

    [Fact]
    public async Task Status_AfterALoad_ShowsSourcesDatasetsAndRuns()
    {
        await run.RunAsync("load", "aws", "--authorization-details", run.Write("export.json", SmallExport.Details), "--store", run.Store);

        Assert.Equal(ExitCode.Done, await run.RunAsync("status", "--store", run.Store));

        Assert.Contains("version 1,", run.Out, StringComparison.Ordinal);
        Assert.Contains("aws\taws:111122223333\tiam-users\tCOMPLETE\t", run.Out, StringComparison.Ordinal);
        Assert.Contains("aws\taws:111122223333\taccess-keys\tSKIPPED\t", run.Out, StringComparison.Ordinal);
        Assert.Contains("run 1\tLOAD\tPUBLISHED\taws\t", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("other rules", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Status_StoreOfTheEnvironment_IsUsedWhereNoneIsGiven()
    {
        await run.RunAsync("load", "aws", "--authorization-details", run.Write("export.json", SmallExport.Details), "--store", run.Store);
        run.Environment[StoreAddress.Variable] = run.Store;

        Assert.Equal(ExitCode.Done, await run.RunAsync("status"));
        Assert.StartsWith(run.Store + ":", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Status_FileThatIsNoStore_IsNotReachable()
    {
        run.Write("store.db", new string('x', 5_000));

        Assert.Equal(ExitCode.NotReachable, await run.RunAsync("status", "--store", run.Store));
        Assert.NotEmpty(run.Error);
    }
}
