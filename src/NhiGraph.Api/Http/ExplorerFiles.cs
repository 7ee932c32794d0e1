using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;

namespace NhiGraph.Api.Http;

/// <summary>The built explorer: its files, its one page for every path of its own, and GraphiQL's page. Without a build, one line that says so.</summary>
internal sealed class ExplorerFiles(string directory)
{
    private const string NotBuilt = "The explorer was not built (Node 20 is needed for that); the API runs at /graphql.\n";

    private readonly bool _built = File.Exists(Path.Combine(directory, "index.html"));

    internal void Use(IApplicationBuilder application)
    {
        if (_built)
        {
            application.UseStaticFiles(new StaticFileOptions { FileProvider = new PhysicalFileProvider(directory), OnPrepareResponse = SetCaching });
        }
    }

    internal void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/graphiql", Page("graphiql.html"));
        routes.MapFallback("{*path}", Page("index.html"));
    }

    /// <summary>What is under <c>assets</c> is a file that is not there; any other path is the explorer's own, dots and all.</summary>
    private RequestDelegate Page(string file) => async context =>
    {
        string path = Path.Combine(directory, file);
        bool page = (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method)) && !context.Request.Path.StartsWithSegments("/assets", StringComparison.Ordinal);
        context.Response.Headers.CacheControl = "no-cache";
        if (page && File.Exists(path))
        {
            context.Response.ContentType = "text/html; charset=utf-8";
            await context.Response.SendFileAsync(path, context.RequestAborted).ConfigureAwait(false);
            return;
        }

        context.Response.StatusCode = page && !_built ? StatusCodes.Status200OK : StatusCodes.Status404NotFound;
        context.Response.ContentType = "text/plain; charset=utf-8";
        await context.Response.WriteAsync(page && !_built ? NotBuilt : "Not found.\n", context.RequestAborted).ConfigureAwait(false);
    };

    /// <summary>Vite names what is under <c>assets</c> after its content, so it never changes; everything else is asked again.</summary>
    private static void SetCaching(StaticFileResponseContext response) =>
        response.Context.Response.Headers.CacheControl =
            response.Context.Request.Path.StartsWithSegments("/assets", StringComparison.Ordinal) ? "public, max-age=31536000, immutable" : "no-cache";
}
