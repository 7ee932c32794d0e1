using NhiGraph.Storage.Contract;

namespace NhiGraph.Storage.Sqlite.Tests;

public sealed class HistoryTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(RandomRuns.Seeds), MemberType = typeof(RandomRuns))]
    public async Task The_intervals_are_those_of_the_naive_model(int seed)
    {
        await using SqliteGraphStore store = await SqliteGraphStore.OpenAsync(_folder.File("store.db"), create: true, TestContext.Current.CancellationToken);
        await HistoryCases.DemandAsync(store, () => store.HistoryAsync(TestContext.Current.CancellationToken), seed, TestContext.Current.CancellationToken);
    }
}
