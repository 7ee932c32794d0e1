using GraphQL;
using GraphQL.Execution;
using GraphQLParser.AST;
using GraphQLParser.Exceptions;
using NhiGraph.Api.Errors;
using NhiGraph.Api.Schema;
using NhiGraph.Api.Snapshots;
using NhiGraph.Storage;

namespace NhiGraph.Api.Execution;

/// <summary>Runs a request against one snapshot, within the limits.</summary>
internal sealed class QueryExecution(
    IDocumentExecuter executer, NhiGraphSchema schema, GraphSnapshots snapshots, DocumentCache documents, TimeProvider time, ErrorMapping errors, ExecutionLimits limits, IServiceProvider services)
{
    private const int MostTries = 3;

    /// <summary>An engine that asks the database can find that another version was published while it read; then the whole request is asked again, of that one.</summary>
    internal async Task<ExecutionResult> RunAsync(GraphQlRequest request, CancellationToken cancellation)
    {
        try
        {
            ParsedDocument document = documents.Parse(request.Query ?? "");
            if (document.Document.Definitions.OfType<GraphQLOperationDefinition>().Any(operation => operation.Operation != OperationType.Query))
            {
                throw new ApiError(ErrorCode.ValidationFailed, "Only queries can be asked: there are no mutations and no subscriptions.");
            }

            for (int tries = 1; ; tries++)
            {
                GraphSnapshot snapshot = await snapshots.CurrentAsync(cancellation).ConfigureAwait(false);
                ExecutionResult result = await RunAsync(request, document, snapshot, cancellation).ConfigureAwait(false);
                if (tries == MostTries || !IsOfReplacedVersion(result))
                {
                    return result;
                }

                // Another request, or the polling, may have replaced the snapshot meanwhile: what counts is whether there is another to ask.
                await snapshots.RefreshAsync(cancellation).ConfigureAwait(false);
                if (await snapshots.CurrentAsync(cancellation).ConfigureAwait(false) == snapshot)
                {
                    return result;
                }
            }
        }
        catch (ExecutionError refused)
        {
            return new ExecutionResult(refused);
        }
        catch (GraphQLMaxDepthExceededException deep)
        {
            return new ExecutionResult(new ApiError(ErrorCode.LimitExceeded, deep.Message));
        }
        catch (StoreException failure)
        {
            return new ExecutionResult(new ApiError(ErrorCode.StoreUnavailable, failure.Message));
        }
    }

    private static bool IsOfReplacedVersion(ExecutionResult result) => result.Errors?.Any(error => error.InnerException is StoreException { Reason: StoreReason.NoSuchVersion }) ?? false;

    private async Task<ExecutionResult> RunAsync(GraphQlRequest request, ParsedDocument document, GraphSnapshot snapshot, CancellationToken cancellation)
    {
        using var asked = new AskedGraph(snapshot, time.GetUtcNow());
        ExecutionResult result = await executer.ExecuteAsync(new ExecutionOptions
        {
            Schema = schema,
            Query = request.Query,
            Document = document.Document,

            // The rule of cost is added to whatever stands here; null stands for all of the specification's.
            ValidationRules = document.Valid ? [] : null,
            OperationName = request.OperationName,
            Variables = request.Variables,
            Root = asked,
            Timeout = limits.MaxTime,
            TimeoutAction = TimeoutAction.ReturnTimeoutError,
            UnhandledExceptionDelegate = errors.HandleAsync,
            RequestServices = services,
            CancellationToken = cancellation,
        }).ConfigureAwait(false);
        if (result.Executed)
        {
            document.MarkValid();
        }

        return result;
    }
}
