using NhiGraph.Storage.Contract;
using NhiGraph.Storage.Memory;

namespace NhiGraph.Storage.Tests;

/// <summary>Opens memory stores for the contract suite.</summary>
public sealed class MemoryStores : IStoresUnderTest
{
    /// <summary>Declared gaps: concerns that this store does not pass, with the reason.</summary>
    public static IReadOnlyDictionary<string, string> Gaps { get; } = new Dictionary<string, string> { ["Reopening"] = "A memory store ends with its handle." };

    public Task<IGraphStore> OpenNewAsync(CancellationToken cancellation) => Task.FromResult<IGraphStore>(new MemoryGraphStore());

    public Task<IGraphStore> OpenAgainAsync(IGraphStore store, CancellationToken cancellation) => throw new NotSupportedException(Gaps["Reopening"]);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
