namespace NhiGraph.Cli.Tests;

public sealed class DeriveCommandTests : IDisposable
{
    private readonly CommandRun run = new();

    public void Dispose() => run.Dispose();

    [Fact]
    public async Task Derive_SameRules_DerivesEveryScopeAndChangesNothing()
    {
        await run.RunAsync("load", "aws", "--authorization-details", run.Write("export.json", SmallExport.Details), "--store", run.Store);

        Assert.Equal(ExitCode.Done, await run.RunAsync("derive", "--store", run.Store));

        Assert.Contains(": 0 rows opened, 0 closed, 1 scope derived", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Derive_NoStore_IsNotReachable() => Assert.Equal(ExitCode.NotReachable, await run.RunAsync("derive", "--store", run.Store));
}
