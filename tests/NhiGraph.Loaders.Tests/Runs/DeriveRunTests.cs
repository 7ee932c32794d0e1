using NhiGraph.Loaders.Runs;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Memory;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Loaders.Tests.Runs;

public sealed class DeriveRunTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ExecuteAsync_SameRules_ChangesNothing()
    {
        MemoryGraphStore store = await LoadedAsync();

        RunReport report = await DeriveRun.ExecuteAsync(store, [ToyProvider.Create()], TimeProvider.System, Cancellation);

        Assert.Equal((RunKind.Derive, 0L, 0L), (report.Run.Kind, report.Run.Opened, report.Run.Closed));
        Assert.Equal(ToyWorld.Scopes, report.ScopesDerived);
    }

    [Fact]
    public async Task ExecuteAsync_OtherRules_GivesTheGraphThatALoadWithThemGives()
    {
        MemoryGraphStore store = await LoadedAsync();
        MemoryGraphStore fresh = await LoadedAsync("2");
        string[] owners = [.. ToyWorld.Scopes, .. ToyWorld.Scopes.Select(DerivedScope.JoinOwner)];

        RunReport report = await DeriveRun.ExecuteAsync(store, [ToyProvider.Create("2")], TimeProvider.System, Cancellation);

        Assert.True(report.Run.Opened > 0);
        Assert.Equal(await StoreContent.OfAsync(fresh, owners, Cancellation), await StoreContent.OfAsync(store, owners, Cancellation));
        Assert.Equal(RulesHash.Of([ToyProvider.Create("2")]), (await store.StatusAsync(Cancellation)).RulesHash);
    }

    [Fact]
    public async Task ExecuteAsync_EmptyStore_PublishesARunThatChangesNothing()
    {
        RunReport report = await DeriveRun.ExecuteAsync(new MemoryGraphStore(), [ToyProvider.Create()], TimeProvider.System, Cancellation);

        Assert.Equal(0, report.Run.Opened);
        Assert.True(report.Whole);
    }

    private static async Task<MemoryGraphStore> LoadedAsync(string rules = "1")
    {
        var store = new MemoryGraphStore();
        SourceReading reading = new ToyWorld(new Random(7)).Reading(ToyWorld.Scopes, () => DatasetState.Complete);
        await LoadRun.ExecuteAsync(store, reading, [ToyProvider.Create(rules)], TimeProvider.System, Cancellation);
        return store;
    }
}
