using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace NhiGraph.Api.Http;

/// <summary>The two media types of GraphQL over HTTP, and which of them a client takes.</summary>
internal static class MediaType
{
    internal const string Json = "application/json; charset=utf-8";
    internal const string GraphQlResponse = "application/graphql-response+json; charset=utf-8";

    /// <summary>The type to answer with, or null when the client takes neither. Who says nothing, or takes anything, gets JSON.</summary>
    internal static string? Negotiate(HttpRequest request)
    {
        IList<MediaTypeHeaderValue> accepted = request.GetTypedHeaders().Accept;
        if (accepted.Count == 0)
        {
            return request.Headers.Accept.Count == 0 ? Json : null;
        }

        foreach (MediaTypeHeaderValue type in accepted.Where(type => type.Quality is not 0).OrderByDescending(type => type.Quality ?? 1))
        {
            if (type.Charset.HasValue && !type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            if (type.MediaType.Equals("application/graphql-response+json", StringComparison.OrdinalIgnoreCase))
            {
                return GraphQlResponse;
            }

            if (type.MatchesAllTypes || type.MediaType.Equals("application/*", StringComparison.OrdinalIgnoreCase) || type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase))
            {
                return Json;
            }
        }

        return null;
    }

    /// <summary>Whether a body is JSON in UTF-8; one without a type is not.</summary>
    internal static bool IsJson(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out MediaTypeHeaderValue? type)
        && type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
        && (!type.Charset.HasValue || type.Charset.Value!.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase));
}
