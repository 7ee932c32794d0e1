using System.Text.Json;
using GraphQL;
using GraphQLParser;
using GraphQLParser.AST;
using GraphQLParser.Exceptions;
using Microsoft.AspNetCore.Http;
using NhiGraph.Api.Execution;

namespace NhiGraph.Api.Http;

/// <summary>Reads a GraphQL request from HTTP; what is ill-formed is refused before it is run.</summary>
internal static class RequestReading
{
    /// <exception cref="RefusedRequestException">It is not a GraphQL request.</exception>
    internal static GraphQlRequest FromQueryString(HttpRequest request, IGraphQLTextSerializer serializer)
    {
        string? query = Single(request, "query");
        string? variables = Single(request, "variables");
        string? extensions = Single(request, "extensions");
        CheckMap(extensions, "extensions");
        CheckMap(variables, "variables");
        return Checked(new(query, Single(request, "operationName"), variables is null ? null : serializer.Deserialize<Inputs>(variables)));
    }

    /// <exception cref="RefusedRequestException">It is not a GraphQL request.</exception>
    internal static async Task<GraphQlRequest> FromBodyAsync(HttpRequest request, IGraphQLSerializer serializer, CancellationToken cancellation)
    {
        JsonDocument document;
        try
        {
            document = await JsonDocument.ParseAsync(request.Body, cancellationToken: cancellation).ConfigureAwait(false);
        }
        catch (JsonException)
        {
            throw new RefusedRequestException(StatusCodes.Status400BadRequest, "The body is not JSON.");
        }

        using (document)
        {
            JsonElement root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
            {
                throw new RefusedRequestException(StatusCodes.Status400BadRequest, "The body must be one JSON object; batches are not taken.");
            }

            Member(root, "extensions", JsonValueKind.Object);
            JsonElement? variables = Member(root, "variables", JsonValueKind.Object);
            return Checked(new(Member(root, "query", JsonValueKind.String)?.GetString(), Member(root, "operationName", JsonValueKind.String)?.GetString(),
                variables is { } map ? serializer.ReadNode<Inputs>(map) : null));
        }
    }

    /// <summary>Whether the operation that would run is a mutation, which GET must not carry.</summary>
    internal static bool IsMutation(GraphQlRequest request)
    {
        try
        {
            return Parser.Parse(request.Query!).Definitions.OfType<GraphQLOperationDefinition>()
                .Any(operation => operation.Operation == OperationType.Mutation && (request.OperationName is null || operation.Name == request.OperationName));
        }
        catch (GraphQLParserException)
        {
            // The execution says what is wrong with it.
            return false;
        }
    }

    private static GraphQlRequest Checked(GraphQlRequest request) =>
        string.IsNullOrEmpty(request.Query) ? throw new RefusedRequestException(StatusCodes.Status400BadRequest, "query: is missing.") : request;

    private static string? Single(HttpRequest request, string name) => request.Query.TryGetValue(name, out var values) && values.Count > 0 ? values[^1] : null;

    private static JsonElement? Member(JsonElement root, string name, JsonValueKind kind) =>
        !root.TryGetProperty(name, out JsonElement member) || member.ValueKind == JsonValueKind.Null ? null
        : member.ValueKind == kind ? member
        : throw new RefusedRequestException(StatusCodes.Status400BadRequest, $"{name}: must be {(kind == JsonValueKind.String ? "a string" : "an object")}.");

    private static void CheckMap(string? json, string name)
    {
        if (string.IsNullOrEmpty(json))
        {
            return;
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            if (document.RootElement.ValueKind is JsonValueKind.Object or JsonValueKind.Null)
            {
                return;
            }
        }
        catch (JsonException)
        {
            // Said below, as for any other value.
        }

        throw new RefusedRequestException(StatusCodes.Status400BadRequest, $"{name}: must be a JSON object.");
    }
}
