using System.Text.Encodings.Web;
using GraphQL;
using GraphQL.DI;
using GraphQL.Execution;
using GraphQL.MicrosoftDI;
using Microsoft.Extensions.DependencyInjection;
using NhiGraph.Api.Errors;
using NhiGraph.Api.Schema;
using NhiGraph.Api.Snapshots;
using NhiGraph.Loaders.Rules;
using NhiGraph.Loaders.Runs;
using NhiGraph.Storage;
using NhiGraph.Storage.Parts;

namespace NhiGraph.Api.Execution;

/// <summary>What a process needs to answer GraphQL: a server and <c>ask</c> alike.</summary>
internal static class ExecutionServices
{
    internal static IServiceCollection AddQueryExecution(this IServiceCollection services, IGraphStore store, IEnumerable<Provider> providers, TimeProvider time, ExecutionLimits limits, OpenParts? open = null, RuleBook? rules = null) =>
        services.AddQueryExecution(GraphSnapshots.Of(store, providers, open, rules), time, limits);

    /// <param name="snapshots">Disposed with the services.</param>
    internal static IServiceCollection AddQueryExecution(this IServiceCollection services, GraphSnapshots snapshots, TimeProvider time, ExecutionLimits limits)
    {
        services.AddLogging();
        services.AddSingleton(time);
        services.AddSingleton(limits);
        services.AddSingleton(_ => snapshots);
        services.AddSingleton<ErrorMapping>();
        services.AddSingleton<DocumentCache>();
        services.AddSingleton<QueryExecution>();
        services.AddSingleton(provider => new NhiGraphSchema(new SelfActivatingServiceProvider(provider)));
        services.AddGraphQL(builder => builder
            .AddSystemTextJson(json => json.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping)
            .AddErrorInfoProvider(provider => provider.GetRequiredService<ErrorMapping>())
            .AddComplexityAnalyzer(complexity =>
            {
                complexity.MaxDepth = limits.MaxDepth;
                complexity.MaxComplexity = limits.MaxCost;
                complexity.DefaultObjectImpact = 1;
                complexity.DefaultScalarImpact = 0.2;
                complexity.DefaultListImpactMultiplier = 10;
            }));
        return services;
    }
}
