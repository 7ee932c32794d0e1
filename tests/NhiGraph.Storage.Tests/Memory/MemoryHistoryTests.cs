using NhiGraph.Storage.Contract;
using NhiGraph.Storage.Memory;

namespace NhiGraph.Storage.Tests.Memory;

public sealed class MemoryHistoryTests
{
    [Theory]
    [MemberData(nameof(RandomRuns.Seeds), MemberType = typeof(RandomRuns))]
    public async Task The_intervals_are_those_of_the_naive_model(int seed)
    {
        await using var store = new MemoryGraphStore();
        await HistoryCases.DemandAsync(store, () => store.HistoryAsync(TestContext.Current.CancellationToken), seed, TestContext.Current.CancellationToken);
    }
}
