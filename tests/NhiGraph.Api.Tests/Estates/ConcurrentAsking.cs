using System.Text.Json;
using GraphQL;
using Microsoft.Extensions.DependencyInjection;
using NhiGraph.Api.Execution;
using NhiGraph.Api.Snapshots;
using NhiGraph.Storage;

namespace NhiGraph.Api.Tests.Estates;

/// <summary>Many requests at once against one holder of snapshots.</summary>
internal sealed class ConcurrentAsking(IGraphStore store) : IAsyncDisposable
{
    private readonly ServiceProvider _services = new ServiceCollection().AddQueryExecution(store, [TestProvider.Aws], TimeProvider.System, new()).BuildServiceProvider();

    internal GraphSnapshots Snapshots => _services.GetRequiredService<GraphSnapshots>();

    internal async Task<JsonElement> DataAsync(string query)
    {
        ExecutionResult result = await _services.GetRequiredService<QueryExecution>().RunAsync(new(query, null, null), TestContext.Current.CancellationToken);
        using JsonDocument answer = JsonDocument.Parse(_services.GetRequiredService<IGraphQLTextSerializer>().Serialize(result));
        return answer.RootElement.GetProperty("data").Clone();
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
