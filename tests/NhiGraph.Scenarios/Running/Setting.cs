using NhiGraph.Storage;
using NhiGraph.Storage.Contract.Parts;
using NhiGraph.Storage.Memory;
using NhiGraph.Storage.Parts;
using NhiGraph.Storage.Sqlite;

namespace NhiGraph.Scenarios.Running;

/// <summary>A store and an engine that scenarios run in.</summary>
internal sealed record Setting(string Name, Func<string, CancellationToken, Task<IGraphStore>> OpenAsync, Func<IGraphStore, OpenParts> Engine)
{
    internal static IReadOnlyList<Setting> All { get; } =
    [
        new("memory store", (_, _) => Task.FromResult<IGraphStore>(new MemoryGraphStore()), WholeGraph.Of),
        new("memory store, in parts", (_, _) => Task.FromResult<IGraphStore>(new MemoryGraphStore()), store => NaiveParts.Of(store)),
        new("SQLite", async (folder, cancellation) => await SqliteGraphStore.OpenAsync(Path.Combine(folder, "scenario.db"), create: true, cancellation), WholeGraph.Of),
    ];

    internal static Setting Named(string name) => All.Single(setting => setting.Name == name);
}
