using Microsoft.Extensions.DependencyInjection;
using NhiGraph.Api.Execution;
using NhiGraph.Api.Schema;
using NhiGraph.Api.Tests.Estates;
using NhiGraph.Storage.Memory;

namespace NhiGraph.Api.Tests.Schema;

public sealed class SchemaTextTests
{
    [Fact]
    public async Task The_committed_schema_is_what_the_code_serves()
    {
        await using var store = new MemoryGraphStore();
        await using ServiceProvider services = new ServiceCollection().AddQueryExecution(store, [TestProvider.Aws], TimeProvider.System, new()).BuildServiceProvider();
        string text = services.GetRequiredService<NhiGraphSchema>().Text();
        string file = Path.Combine(RepositoryRoot(), "src/NhiGraph.Api/schema.graphql");
        if (Environment.GetEnvironmentVariable("NHIGRAPH_REBASELINE") == "1")
        {
            await File.WriteAllTextAsync(file, text, TestContext.Current.CancellationToken);
            return;
        }

        Assert.True(text == await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), "schema.graphql is not what the code serves: NHIGRAPH_REBASELINE=1 dotnet test --project tests/NhiGraph.Api.Tests writes it anew.");
    }

    internal static string RepositoryRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "NhiGraph.sln")))
        {
            folder = folder.Parent;
        }

        return folder!.FullName;
    }
}
