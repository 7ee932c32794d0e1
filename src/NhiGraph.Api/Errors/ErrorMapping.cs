using GraphQL;
using GraphQL.Execution;
using GraphQL.Validation.Errors.Custom;
using Microsoft.Extensions.Logging;
using NhiGraph.Graph.Model;
using NhiGraph.Storage;

namespace NhiGraph.Api.Errors;

/// <summary>The one place where what went wrong becomes a code of <see cref="ErrorCode"/>. Nothing else reaches <c>extensions</c>.</summary>
internal sealed partial class ErrorMapping(ILogger<ErrorMapping> logger) : IErrorInfoProvider
{
    public ErrorInfo GetInfo(ExecutionError executionError) => new()
    {
        Message = executionError.Message,
        Extensions = new Dictionary<string, object?> { ["code"] = CodeOf(executionError).Text() },
    };

    internal static ErrorCode CodeOf(ExecutionError error) => error switch
    {
        ApiError own => own.Kind,
        _ when IsLimit(error) => ErrorCode.LimitExceeded,
        SyntaxError => ErrorCode.SyntaxError,
        DocumentError or RequestError => ErrorCode.ValidationFailed,
        { InnerException: StoreException store } => CodeOf(store.Reason),
        _ => ErrorCode.Internal,
    };

    /// <summary>Called for every exception that is not already an error of ours.</summary>
    internal Task HandleAsync(UnhandledExceptionContext context)
    {
        switch (context.OriginalException)
        {
            case StoreException { Reason: StoreReason.BadCursor }:
                context.ErrorMessage = "The cursor is of another listing.";
                break;
            case StoreException store:
                context.ErrorMessage = store.Message;
                Unavailable(logger, store);
                break;
            default:
                context.ErrorMessage = "Something went wrong on the server.";
                Failed(logger, context.FieldContext?.Path is { } path ? string.Join('.', path) : "(document)", context.OriginalException);
                break;
        }

        return Task.CompletedTask;
    }

    private static ErrorCode CodeOf(StoreReason reason) => reason switch
    {
        StoreReason.BadCursor => ErrorCode.BadArgument,
        StoreReason.NoSuchVersion => ErrorCode.StaleCursor,
        StoreReason.TooLarge or StoreReason.TimedOut => ErrorCode.LimitExceeded,
        _ => ErrorCode.StoreUnavailable,
    };

    private static bool IsLimit(ExecutionError error) => error is ComplexityError or TimeoutError;

    [LoggerMessage(Level = LogLevel.Warning, Message = "The store could not be read")]
    private static partial void Unavailable(ILogger logger, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "Field {Path} failed")]
    private static partial void Failed(ILogger logger, string path, Exception exception);
}
