using NhiGraph.Storage.Contract;

namespace NhiGraph.Storage.Sqlite.Tests;

/// <summary>Opens SQLite stores in a folder of their own for the contract suite.</summary>
public sealed class SqliteStores : IStoresUnderTest
{
    private readonly TemporaryFolder _folder = new();
    private readonly Dictionary<IGraphStore, string> _files = [];

    /// <summary>Declared gaps: none.</summary>
    public static IReadOnlyDictionary<string, string> Gaps { get; } = new Dictionary<string, string>();

    public async Task<IGraphStore> OpenNewAsync(CancellationToken cancellation)
    {
        string file = _folder.File($"{_files.Count}.db");
        IGraphStore store = await SqliteGraphStore.OpenAsync(file, create: true, cancellation);
        _files.Add(store, file);
        return store;
    }

    public async Task<IGraphStore> OpenAgainAsync(IGraphStore store, CancellationToken cancellation) => await SqliteGraphStore.OpenAsync(_files[store], create: false, cancellation);

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
