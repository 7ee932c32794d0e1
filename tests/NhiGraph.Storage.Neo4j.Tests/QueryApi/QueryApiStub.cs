using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NhiGraph.Storage.Neo4j.QueryApi;

namespace NhiGraph.Storage.Neo4j.Tests.QueryApi;

/// <summary>A server that answers as a Query API was seen to, one answer a request in the order given; the last one again and again.</summary>
internal sealed class QueryApiStub : IAsyncDisposable
{
    internal const string Rows = """{"data":{"fields":["x"],"values":[[1],[2]]},"bookmarks":["FB:x"]}""";
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<JsonElement> _asked = [];
    private int _answered;

    private QueryApiStub(Func<HttpContext, Task>[] answers)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Run(async context =>
        {
            if (context.Request.Method == HttpMethods.Post)
            {
                _asked.Enqueue((await JsonDocument.ParseAsync(context.Request.Body)).RootElement);
                Authorization = context.Request.Headers.Authorization;
                Path = context.Request.Path;
            }

            await answers[Math.Min(Interlocked.Increment(ref _answered), answers.Length) - 1](context);
        });
    }

    /// <summary>The bodies of all requests so far.</summary>
    internal JsonElement[] Asked => [.. _asked];

    internal string? Authorization { get; private set; }

    internal string? Path { get; private set; }

    internal static async Task<QueryApiStub> StartAsync(params Func<HttpContext, Task>[] answers)
    {
        var stub = new QueryApiStub(answers);
        await stub._app.StartAsync(TestContext.Current.CancellationToken);
        return stub;
    }

    internal static Func<HttpContext, Task> Says(int status, string body, string type = "application/json") => context =>
    {
        (context.Response.StatusCode, context.Response.ContentType) = (status, type);
        return context.Response.WriteAsync(body);
    };

    internal static Func<HttpContext, Task> Fails(int status, string code, string message = "m") => Says(status, $$"""{"errors":[{"code":"{{code}}","message":"{{message}}"}]}""");

    /// <summary>Sends the beginning of an answer and breaks the connection.</summary>
    internal static Func<HttpContext, Task> Breaks(string beginning) => async context =>
    {
        context.Response.StatusCode = 202;
        await context.Response.WriteAsync(beginning);
        await context.Response.Body.FlushAsync();
        context.Abort();
    };

    internal Neo4jOptions Options(Neo4jCredential? credential = null) => new(new Uri(_app.Urls.First()), "neo4j") { Credential = credential ?? Neo4jCredential.None, RetryFor = TimeSpan.FromSeconds(20) };

    internal QueryApiClient Client(Neo4jCredential? credential = null) => new(Options(credential), TimeProvider.System);

    internal static Query Ask(QueryAccess access = QueryAccess.Read, bool repeatable = true) => new(CypherFile.Of("test", "// Question: none\nRETURN $x AS x"), new QueryParameters().Set("x", 1)) { Access = access, Repeatable = repeatable };

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
