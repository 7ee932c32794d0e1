using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NhiGraph.Api.Execution;
using NhiGraph.Api.Snapshots;
using NhiGraph.Loaders.Runs;
using NhiGraph.Storage;

namespace NhiGraph.Api.Http;

/// <summary>The server: GraphQL at <c>/graphql</c>, the explorer at <c>/</c>, GraphiQL at <c>/graphiql</c>, and whether it lives (<c>/healthz</c>) and can answer (<c>/readyz</c>).</summary>
public sealed class ApiHost : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly Task _firstReading;

    private ApiHost(WebApplication application, Task firstReading)
    {
        _application = application;
        _firstReading = firstReading;
    }

    /// <summary>Where it listens, with the port it got; after <see cref="StartAsync"/>.</summary>
    public IReadOnlyCollection<string> Urls => [.. _application.Urls];

    /// <param name="store">The store to serve; its owner disposes it, after the host.</param>
    /// <exception cref="ListenRefusedException">A URL is not of loopback.</exception>
    public static ApiHost Create(IGraphStore store, IEnumerable<Provider> providers, ApiHostOptions options)
    {
        ListenAddress[] addresses = [.. options.Urls.Select(ListenAddress.Parse)];

        // The graph is read while the server and its schema are made: together they are most of the time until questions are answered.
        var snapshots = GraphSnapshots.Of(store, providers, options.Open, options.Rules);
        Task firstReading = snapshots.BeginAsync();

        // The empty builder reads no environment and no files: nothing can open another address than those checked.
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        options.Logging?.Invoke(builder.Logging);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(server => Configure(server, addresses, options.Limits));
        builder.Services.AddRoutingCore();
        builder.Services.Configure<HostFilteringOptions>(hosts => hosts.AllowedHosts = ["localhost", "127.0.0.1", "[::1]"]);
        builder.Services.AddQueryExecution(snapshots, options.Time, options.Limits);
        builder.Services.AddSingleton<GraphQlEndpoint>();
        builder.Services.AddHostedService<SnapshotPolling>();

        WebApplication application = builder.Build();
        application.UseHostFiltering();
        application.Use((context, next) => SecurityHeaders.AddAsync(context, next.Invoke));
        var explorer = new ExplorerFiles(options.ExplorerDirectory);
        explorer.Use(application);
        application.UseRouting();
        Map(application, explorer);
        return new(application, firstReading);
    }

    public Task StartAsync(CancellationToken cancellation) => _application.StartAsync(cancellation);

    /// <summary>Runs until it is told to stop, by the token or by a signal.</summary>
    public Task WaitForShutdownAsync(CancellationToken cancellation) => _application.WaitForShutdownAsync(cancellation);

    public Task StopAsync(CancellationToken cancellation) => _application.StopAsync(cancellation);

    public async ValueTask DisposeAsync()
    {
        await _firstReading.ConfigureAwait(false);
        await _application.DisposeAsync().ConfigureAwait(false);
    }

    private static void Map(WebApplication application, ExplorerFiles explorer)
    {
        GraphQlEndpoint endpoint = application.Services.GetRequiredService<GraphQlEndpoint>();
        GraphSnapshots snapshots = application.Services.GetRequiredService<GraphSnapshots>();
        application.Map("/graphql", (RequestDelegate)endpoint.AnswerAsync);
        application.MapGet("/healthz", (RequestDelegate)(context => context.Response.WriteAsync("ok\n", context.RequestAborted)));
        application.MapGet("/readyz", (RequestDelegate)(context =>
        {
            context.Response.StatusCode = snapshots.Ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
            return context.Response.WriteAsync(snapshots.Ready ? "ready\n" : "loading\n", context.RequestAborted);
        }));
        explorer.Map(application);
    }

    private static void Configure(KestrelServerOptions server, ListenAddress[] addresses, ExecutionLimits limits)
    {
        server.AddServerHeader = false;
        server.Limits.MaxRequestBodySize = limits.MaxBodyBytes;
        server.Limits.MaxRequestLineSize = 32 * 1024;
        server.Limits.MaxRequestBufferSize = 1024 * 1024;
        server.Limits.MaxConcurrentConnections = 1_000;
        server.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        foreach (ListenAddress address in addresses)
        {
            if (address.IsLocalhost)
            {
                server.ListenLocalhost(address.Port);
            }
            else
            {
                server.Listen(address.Ip!, address.Port);
            }
        }
    }
}
