namespace NhiGraph.Storage.Contract;

/// <summary>All that a store's test project supplies: a way to open stores.</summary>
public interface IStoresUnderTest : IAsyncDisposable
{
    /// <summary>A new, empty store.</summary>
    Task<IGraphStore> OpenNewAsync(CancellationToken cancellation);

    /// <summary>Another handle on a store of <see cref="OpenNewAsync"/>, as another process would have it, or the same after it was closed. Only for stores that outlive their handle.</summary>
    Task<IGraphStore> OpenAgainAsync(IGraphStore store, CancellationToken cancellation);
}
