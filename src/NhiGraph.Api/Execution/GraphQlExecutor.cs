using System.Text;
using System.Text.Json;
using GraphQL;
using Microsoft.Extensions.DependencyInjection;
using NhiGraph.Api.Errors;
using NhiGraph.Loaders.Rules;
using NhiGraph.Loaders.Runs;
using NhiGraph.Storage;
using NhiGraph.Storage.Parts;

namespace NhiGraph.Api.Execution;

/// <summary>Asks one store in process, without a server.</summary>
public sealed class GraphQlExecutor : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    /// <param name="store">The store to ask; its owner disposes it.</param>
    /// <param name="providers">What explains the answers: datasets, assumptions, techniques.</param>
    /// <param name="time">Judges dates.</param>
    /// <param name="limits">Null for the usual ones.</param>
    /// <param name="open">How the graph of a version is opened; null: loaded whole.</param>
    /// <param name="rules">Of toxic combinations; null: those that come with NhiGraph.</param>
    public GraphQlExecutor(IGraphStore store, IEnumerable<Provider> providers, TimeProvider time, ExecutionLimits? limits = null, OpenParts? open = null, RuleBook? rules = null) =>
        _services = new ServiceCollection().AddQueryExecution(store, providers, time, limits ?? new(), open, rules).BuildServiceProvider();

    /// <summary>The answer as GraphQL's response JSON, and whether it has errors.</summary>
    /// <param name="variables">A JSON object, or null.</param>
    /// <exception cref="JsonException"><paramref name="variables"/> is not a JSON object.</exception>
    public async Task<GraphQlAnswer> ExecuteAsync(string query, string? variables, CancellationToken cancellation)
    {
        var serializer = _services.GetRequiredService<IGraphQLTextSerializer>();
        Inputs? inputs = variables is null ? null : serializer.Deserialize<Inputs>(variables);
        ExecutionResult result = await _services.GetRequiredService<QueryExecution>().RunAsync(new(query, null, inputs), cancellation).ConfigureAwait(false);
        using var json = new MemoryStream();
        await _services.GetRequiredService<IGraphQLSerializer>().WriteAsync(json, result, cancellation).ConfigureAwait(false);
        return new(
            Encoding.UTF8.GetString(json.GetBuffer(), 0, (int)json.Length), result.Errors is { Count: > 0 },
            [.. (result.Errors ?? []).Where(error => ErrorMapping.CodeOf(error) == ErrorCode.Internal).Select(error => error.InnerException ?? error)]);
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
