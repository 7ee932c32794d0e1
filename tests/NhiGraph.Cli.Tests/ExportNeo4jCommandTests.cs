using NhiGraph.Storage.Neo4j.Export;

namespace NhiGraph.Cli.Tests;

public sealed class ExportNeo4jCommandTests : IDisposable
{
    private readonly CommandRun run = new();

    private string Target => Path.Combine(run.Folder, "files");

    public void Dispose() => run.Dispose();

    [Fact]
    public async Task Export_OfALoadedStore_TellsTheCommandThatItsReadmeHas()
    {
        await run.RunAsync("load", "aws", "--authorization-details", run.Write("export.json", SmallExport.Details), "--store", run.Store);

        Assert.Equal(ExitCode.Done, await run.RunAsync("export", "neo4j", Target, "--store", run.Store));
        string[] lines = run.Out.Trim().Split('\n');
        Assert.StartsWith($"{Target}: version 1, ", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("neo4j-admin database import full neo4j", lines[2], StringComparison.Ordinal);
        string readme = await File.ReadAllTextAsync(Path.Combine(Target, Neo4jExport.ReadmeName), TestContext.Current.CancellationToken);
        Assert.All(lines[2..], line => Assert.Contains(line.Trim(), readme, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Export_IntoAFolderWithFiles_IsBadInput()
    {
        await run.RunAsync("load", "aws", "--authorization-details", run.Write("export.json", SmallExport.Details), "--store", run.Store);

        Assert.Equal(ExitCode.BadInput, await run.RunAsync("export", "neo4j", run.Folder, "--store", run.Store));
        Assert.Contains("is not empty", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_OfAStoreInNeo4j_SaysHowToCopyItIntoAFile()
    {
        Assert.Equal(ExitCode.BadInput, await run.RunAsync("export", "neo4j", Target, "--store", "neo4j:http://127.0.0.1:1/neo4j"));
        Assert.Contains("nhigraph copy --from neo4j:http://127.0.0.1:1/neo4j --to sqlite:FILE", run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Target));
    }

    [Fact]
    public async Task Export_OfNoStore_IsNotReachable()
    {
        Assert.Equal(ExitCode.NotReachable, await run.RunAsync("export", "neo4j", Target, "--store", run.Store));
        Assert.False(Directory.Exists(Target));
    }
}
