using NhiGraph.Api.Http;
using NhiGraph.Api.Tests.Estates;
using NhiGraph.Storage;
using NhiGraph.Storage.Memory;

namespace NhiGraph.Api.Tests.Http;

/// <summary>A real server on a free port with an estate behind it, and a client of it.</summary>
internal sealed class RunningServer : IAsyncDisposable
{
    private readonly ApiHost _host;

    private RunningServer(ApiHost host)
    {
        _host = host;
        Client = new HttpClient { BaseAddress = new Uri(host.Urls.Single()) };
    }

    internal HttpClient Client { get; }

    internal Uri GraphQl => new(Client.BaseAddress!, "/graphql");

    internal static async Task<RunningServer> StartAsync(IGraphStore? store = null, Func<ApiHostOptions, ApiHostOptions>? with = null)
    {
        if (store is null)
        {
            store = new MemoryGraphStore();
            await SmallCompany.Create().WriteAsync(store, TestContext.Current.CancellationToken);
        }

        var options = new ApiHostOptions { Urls = ["http://127.0.0.1:0"], ExplorerDirectory = "/nowhere" };
        ApiHost host = ApiHost.Create(store, [TestProvider.Aws], with is null ? options : with(options));
        await host.StartAsync(TestContext.Current.CancellationToken);
        return new(host);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _host.DisposeAsync();
    }
}
