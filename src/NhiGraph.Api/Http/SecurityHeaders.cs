using Microsoft.AspNetCore.Http;

namespace NhiGraph.Api.Http;

/// <summary>Headers of every response: nothing but our own origin is loaded, framed or told where a reader came from.</summary>
internal static class SecurityHeaders
{
    private const string Common =
        "default-src 'self'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; object-src 'none'; base-uri 'self'; form-action 'none'; frame-ancestors 'none'; ";

    /// <summary>GraphiQL's editor writes style elements; the explorer does not.</summary>
    private const string Console = Common + "style-src 'self' 'unsafe-inline'";
    private const string Explorer = Common + "style-src 'self'";

    internal static Task AddAsync(HttpContext context, RequestDelegate next)
    {
        IHeaderDictionary headers = context.Response.Headers;
        headers.ContentSecurityPolicy = context.Request.Path.StartsWithSegments("/graphiql", StringComparison.Ordinal) ? Console : Explorer;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        return next(context);
    }
}
