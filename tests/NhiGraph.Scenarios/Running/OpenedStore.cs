using NhiGraph.Storage;

namespace NhiGraph.Scenarios.Running;

/// <summary>An empty store for one scenario, and the place it takes while it is open, if others wait for it.</summary>
internal sealed record OpenedStore(IGraphStore Store, IDisposable? Place) : IAsyncDisposable
{
    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        Place?.Dispose();
    }
}
