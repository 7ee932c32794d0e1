namespace NhiGraph.Storage.Contract;

/// <summary>All that a store's test project supplies: a way to open stores.</summary>
public interface IStoresUnderTest : IAsyncDisposable
{
    /// <summary>Those of the seeds of random runs that this kind of store is put through: all, unless another kind that differs in nothing they could find is put through the rest.</summary>
    static virtual IEnumerable<int> SeedsOf(IEnumerable<int> all) => all;

    /// <summary>A new, empty store.</summary>
    Task<IGraphStore> OpenNewAsync(CancellationToken cancellation);

    /// <summary>Another handle on a store of <see cref="OpenNewAsync"/>, as another process would have it, or the same after it was closed. Only for stores that outlive their handle.</summary>
    Task<IGraphStore> OpenAgainAsync(IGraphStore store, CancellationToken cancellation);
}
