using GraphQL;
using Microsoft.AspNetCore.Http;
using NhiGraph.Api.Errors;
using NhiGraph.Api.Execution;

namespace NhiGraph.Api.Http;

/// <summary><c>/graphql</c> by the GraphQL-over-HTTP specification: POST of JSON, and GET for queries. No batches.</summary>
internal sealed class GraphQlEndpoint(QueryExecution execution, IGraphQLTextSerializer serializer)
{
    internal async Task AnswerAsync(HttpContext context)
    {
        string? type = MediaType.Negotiate(context.Request);
        if (type is null)
        {
            await RefuseAsync(context, MediaType.Json, new(StatusCodes.Status406NotAcceptable, "Accept: only application/graphql-response+json and application/json can be given.")).ConfigureAwait(false);
            return;
        }

        try
        {
            GraphQlRequest request = await ReadAsync(context).ConfigureAwait(false);
            ExecutionResult result = await execution.RunAsync(request, context.RequestAborted).ConfigureAwait(false);
            await WriteAsync(context, type, StatusOf(result, type), result).ConfigureAwait(false);
        }
        catch (RefusedRequestException refused)
        {
            await RefuseAsync(context, type, refused).ConfigureAwait(false);
        }
        catch (BadHttpRequestException bad)
        {
            await RefuseAsync(context, type, new(bad.StatusCode, bad.StatusCode == StatusCodes.Status413PayloadTooLarge ? "The body is larger than is taken." : "The request could not be read.")).ConfigureAwait(false);
        }
    }

    private async Task<GraphQlRequest> ReadAsync(HttpContext context)
    {
        HttpRequest request = context.Request;
        if (HttpMethods.IsPost(request.Method))
        {
            return MediaType.IsJson(request.ContentType)
                ? await RequestReading.FromBodyAsync(request, serializer, context.RequestAborted).ConfigureAwait(false)
                : throw new RefusedRequestException(StatusCodes.Status415UnsupportedMediaType, "Content-Type: must be application/json in UTF-8.");
        }

        if (!HttpMethods.IsGet(request.Method))
        {
            context.Response.Headers.Allow = "GET, POST";
            throw new RefusedRequestException(StatusCodes.Status405MethodNotAllowed, "Only GET and POST are taken.");
        }

        GraphQlRequest query = RequestReading.FromQueryString(request, serializer);
        if (RequestReading.IsMutation(query))
        {
            context.Response.Headers.Allow = "POST";
            throw new RefusedRequestException(StatusCodes.Status405MethodNotAllowed, "A mutation must be sent by POST.");
        }

        return query;
    }

    /// <summary>
    /// The whole table of statuses. A request that was not run is 400, but 200 for clients of plain JSON, who cannot tell the server's answer from
    /// a proxy's; a store that cannot be read is 503 for both.
    /// </summary>
    private static int StatusOf(ExecutionResult result, string type) =>
        result.Executed ? StatusCodes.Status200OK
        : result.Errors?.Any(error => ErrorMapping.CodeOf(error) == ErrorCode.StoreUnavailable) == true ? StatusCodes.Status503ServiceUnavailable
        : type == MediaType.GraphQlResponse ? StatusCodes.Status400BadRequest
        : StatusCodes.Status200OK;

    private Task RefuseAsync(HttpContext context, string type, RefusedRequestException refused)
    {
        ErrorCode code = refused.Status == StatusCodes.Status413PayloadTooLarge ? ErrorCode.LimitExceeded : ErrorCode.BadRequest;
        return WriteAsync(context, type, refused.Status, new ExecutionResult(new ApiError(code, refused.Message)));
    }

    private async Task WriteAsync(HttpContext context, string type, int status, ExecutionResult result)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = type;
        context.Response.Headers.CacheControl = "no-store";
        await serializer.WriteAsync(context.Response.Body, result, context.RequestAborted).ConfigureAwait(false);
    }
}
