using GraphQL;
using GraphQL.Execution;
using NhiGraph.Api.Errors;
using NhiGraph.Api.Schema;
using NhiGraph.Api.Snapshots;
using NhiGraph.Storage;

namespace NhiGraph.Api.Execution;

/// <summary>Runs a request against one snapshot, within the limits.</summary>
internal sealed class QueryExecution(IDocumentExecuter executer, NhiGraphSchema schema, GraphSnapshots snapshots, TimeProvider time, ErrorMapping errors, ExecutionLimits limits, IServiceProvider services)
{
    internal async Task<ExecutionResult> RunAsync(GraphQlRequest request, CancellationToken cancellation)
    {
        GraphSnapshot snapshot;
        try
        {
            snapshot = await snapshots.CurrentAsync(cancellation).ConfigureAwait(false);
        }
        catch (StoreException failure)
        {
            return new ExecutionResult(new ApiError(ErrorCode.StoreUnavailable, failure.Message));
        }

        using var asked = new AskedGraph(snapshot, time.GetUtcNow());
        return await executer.ExecuteAsync(new ExecutionOptions
        {
            Schema = schema,
            Query = request.Query,
            OperationName = request.OperationName,
            Variables = request.Variables,
            Root = asked,
            Timeout = limits.MaxTime,
            TimeoutAction = TimeoutAction.ReturnTimeoutError,
            UnhandledExceptionDelegate = errors.HandleAsync,
            RequestServices = services,
            CancellationToken = cancellation,
        }).ConfigureAwait(false);
    }
}
