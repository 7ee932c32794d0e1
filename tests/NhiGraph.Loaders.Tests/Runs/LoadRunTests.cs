using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Runs;
using NhiGraph.Storage;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Memory;
using NhiGraph.Storage.Reading;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Loaders.Tests.Runs;

public sealed class LoadRunTests : IAsyncDisposable
{
    private const string Trusting = """{"purpose":"p","trusts":["toy:B/user/u1"]}""";
    private const string Asking = """{"holder":"u1","assume":"toy:A/user/u0"}""";
    private static readonly string Head = ToyProvider.User("toy:A", "u0");
    private static readonly string Tail = ToyProvider.User("toy:B", "u1");
    private readonly MemoryGraphStore store = new();
    private readonly Provider provider = ToyProvider.Create();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ExecuteAsync_SameReadingTwice_ChangesNoRow()
    {
        SourceReading reading = new ToyWorld(new Random(1)).Reading(ToyWorld.Scopes, () => DatasetState.Complete);

        RunReport first = await LoadAsync(reading);
        RunReport second = await LoadAsync(reading with { Datasets = [.. reading.Datasets.Reverse().Select(d => d with { Facts = [.. d.Facts.Reverse()] })] });

        Assert.True(first.Run.Opened > 0);
        Assert.Equal((0, 0), (second.Run.Opened, second.Run.Closed));
        Assert.Empty(second.ScopesDerived);
        Assert.Empty(second.ScopesJoined);
        Assert.Equal(RunState.Published, second.Run.State);
    }

    [Theory]
    [InlineData(DatasetState.Complete, false)]
    [InlineData(DatasetState.Partial, true)]
    [InlineData(DatasetState.Denied, true)]
    [InlineData(DatasetState.Failed, true)]
    [InlineData(DatasetState.Skipped, true)]
    public async Task ExecuteAsync_FactNoLongerThere_ClosesItOnlyWhereTheDatasetWasReadWhole(DatasetState state, bool stays)
    {
        await LoadAsync(Users("toy:A", DatasetState.Complete, ("u0", "p1")));

        RunReport report = await LoadAsync(Users("toy:A", state));

        Assert.Equal(stays, (await NodeAsync(Head)) is not null);
        Assert.Equal(state is not (DatasetState.Denied or DatasetState.Failed), report.Whole);
    }

    [Fact]
    public async Task ExecuteAsync_ReaderLeftSomethingOut_IsDoneInPart()
    {
        SourceReading reading = Users("toy:A", DatasetState.Partial, ("u0", "p")) with { Problems = [new("NHI-TOY-001", "odd", "mend it", "f#/1")] };

        RunReport report = await LoadAsync(reading);

        Assert.False(report.Whole);
        Assert.Equal(reading.Problems, report.Run.Problems);
    }

    [Fact]
    public async Task ExecuteAsync_PartialDataset_StillUpdatesWhatItSaw()
    {
        await LoadAsync(Users("toy:A", DatasetState.Complete, ("u0", "old"), ("u1", "old")));

        await LoadAsync(Users("toy:A", DatasetState.Partial, ("u0", "new")));

        Assert.Equal("new", (await NodeAsync(Head))!["purpose"]);
        Assert.Equal("old", (await NodeAsync(ToyProvider.User("toy:A", "u1")))!["purpose"]);
    }

    [Fact]
    public async Task ExecuteAsync_DatasetStateAloneChanges_DerivesItsScopeAgain()
    {
        await LoadAsync(Users("toy:A", DatasetState.Complete, ("u0", "p")));

        RunReport report = await LoadAsync(Users("toy:A", DatasetState.Denied));

        Assert.Equal(["toy:A"], report.ScopesDerived);
        Assert.Equal("false", (await NodeAsync(Head))!["whole"]);
    }

    [Fact]
    public async Task ExecuteAsync_OtherSourceOfTheSameDataset_ClosesNothingOfTheFirst()
    {
        await LoadAsync(Users("toy:A", DatasetState.Complete, ("u0", "p")));

        await LoadAsync(Users("toy:A", DatasetState.Complete) with { Source = "second" });

        Assert.NotNull(await NodeAsync(Head));
    }

    [Fact]
    public async Task ExecuteAsync_TrustLoadedBeforeTheScopeItTrusts_IsOneSidedUntilThen()
    {
        await LoadAsync(One("toy:A", "users", "u0", Trusting));
        Assert.Equal(Certainty.Declared, (await AssumeAsync())!.Edge.Certainty);

        RunReport report = await LoadAsync(One("toy:B", "rights", "r0", Asking));
        Assert.Equal(["toy:A"], report.ScopesJoined);
        Assert.Equal(Certainty.Proved, (await AssumeAsync())!.Edge.Certainty);

        await LoadAsync(One("toy:B", "rights", "r0", """{"holder":"u1","assume":"toy:A/user/u2"}"""));
        Assert.Null(await AssumeAsync());
    }

    [Fact]
    public async Task ExecuteAsync_TwoScopesStateOneEdge_ItStandsUntilTheLastOneDropsIt()
    {
        string bucket = ToyProvider.Bucket("toy:B", "b0");
        var contains = new EdgeKey(EdgeKind.Contains, "toy:B", bucket, "");
        await LoadAsync(One("toy:A", "rights", "r0", $$"""{"holder":"u0","bucket":"{{bucket}}"}"""));
        await LoadAsync(One("toy:B", "buckets", "b0", """{"purpose":"data"}"""));
        Assert.Equal(Certainty.Proved, (await EdgeAsync(contains))!.Edge.Certainty);
        Assert.Equal(2, (await EdgeAsync(contains))!.Alternatives.Length);

        await LoadAsync(None("toy:B", "buckets"));
        Assert.Equal(Certainty.Inferred, (await EdgeAsync(contains))!.Edge.Certainty);
        Assert.Equal("named", (await NodeAsync(bucket))!["purpose"]);

        await LoadAsync(None("toy:A", "rights"));
        Assert.Null(await EdgeAsync(contains));
        Assert.Null(await NodeAsync(bucket));
    }

    [Fact]
    public async Task ExecuteAsync_RulesChangedSinceTheLastRun_DerivesAllScopesInThatRun()
    {
        await LoadAsync(Users("toy:A", DatasetState.Complete, ("u0", "p")));

        RunReport report = await LoadRun.ExecuteAsync(store, Users("toy:B", DatasetState.Complete, ("u1", "p")), [ToyProvider.Create("2")], TimeProvider.System, Cancellation);

        Assert.Equal(["toy:A", "toy:B"], report.ScopesDerived);
        Assert.Equal("2", (await NodeAsync(Head))!["rules"]);
    }

    [Fact]
    public async Task ExecuteAsync_ProviderBreaksTheVocabulary_LeavesOutWhatBreaksItAndSaysSo()
    {
        SourceReading reading = One("toy:A", "rights", "r0", """{"holder":"u0","bucket":"toy:A/bucket/b0"}""");

        RunReport report = await LoadRun.ExecuteAsync(store, reading, [ToyProvider.Create(bad: true)], TimeProvider.System, Cancellation);

        Assert.False(report.Whole);
        Assert.Equal(["NHI-RUN-001", "NHI-RUN-001", "NHI-RUN-002", "NHI-RUN-003"], report.Run.Problems.Select(problem => problem.Code).Order());
        Assert.NotNull(await NodeAsync("toy:A/bucket/b0"));
        Assert.Null(await NodeAsync("toy:A/bucket/b0#odd"));
        Assert.Equal(1, (await store.StatusAsync(Cancellation)).Edges);
    }

    [Fact]
    public async Task ExecuteAsync_ResourceInTwoContainers_IsToldInEveryRunThatDerivesItsScope()
    {
        SourceReading reading = new("toy", ToyProvider.Kind, [new("toy:A", "buckets", DatasetState.Complete,
        [
            new(new FactKey("toy", "toy:A", "buckets", "b0"), """{"purpose":"p","under":"b1"}""", "f"),
            new(new FactKey("toy", "toy:A", "buckets", "b1"), """{"purpose":"p"}""", "f"),
        ])], []);

        RunReport loaded = await LoadAsync(reading);
        RunReport again = await LoadAsync(reading);
        RunReport derived = await DeriveRun.ExecuteAsync(store, [provider], TimeProvider.System, Cancellation);

        Problem problem = Assert.Single(loaded.Run.Problems);
        Assert.Equal("NHI-RUN-005", problem.Code);
        Assert.Equal("toy:A/bucket/b0 is said to be contained in toy:A and in toy:A/bucket/b1, and one resource has one container; it hangs under toy:A.", problem.Statement);
        Assert.False(loaded.Whole);
        Assert.Empty(again.Run.Problems);
        Assert.Equal(problem, Assert.Single(derived.Run.Problems));
    }

    [Fact]
    public async Task ExecuteAsync_DeriveThrows_AbandonsTheRunAndTheNextOneWorks()
    {
        SourceReading reading = Users("toy:A", DatasetState.Complete, ("u0", "p"));
        Provider broken = provider with { Derive = _ => throw new FormatException("no") };

        await Assert.ThrowsAsync<FormatException>(() => LoadRun.ExecuteAsync(store, reading, [broken], TimeProvider.System, Cancellation));

        Assert.Equal(default, (await store.StatusAsync(Cancellation)).Version);
        await LoadAsync(reading);
        Assert.NotNull(await NodeAsync(Head));
    }

    [Fact]
    public async Task ExecuteAsync_Cancelled_AbandonsTheRun()
    {
        using var stop = new CancellationTokenSource();
        Provider stopping = provider with { Derive = facts => { stop.Cancel(); return provider.Derive(facts); } };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            LoadRun.ExecuteAsync(store, Users("toy:A", DatasetState.Complete, ("u0", "p")), [stopping], TimeProvider.System, stop.Token));

        Assert.Equal(default, (await store.StatusAsync(Cancellation)).Version);
        await LoadAsync(Users("toy:A", DatasetState.Complete, ("u0", "p")));
    }

    [Fact]
    public async Task ExecuteAsync_ScopeWithoutAProvider_KeepsWhatWasDerivedAndSaysSo()
    {
        await LoadAsync(Users("toy:A", DatasetState.Complete, ("u0", "p")));

        RunReport report = await LoadRun.ExecuteAsync(store, Users("toy:A", DatasetState.Complete, ("u1", "p")), [provider with { SourceKind = "other" }], TimeProvider.System, Cancellation);

        Assert.Equal("NHI-RUN-004", Assert.Single(report.Run.Problems).Code);
        Assert.NotNull(await NodeAsync(Head));
    }

    [Fact]
    public async Task ExecuteAsync_FactReadTwice_IsTheReadersBug()
    {
        SourceReading reading = Users("toy:A", DatasetState.Complete, ("u0", "p"), ("u0", "q"));

        await Assert.ThrowsAsync<ArgumentException>(() => LoadAsync(reading));
    }

    public ValueTask DisposeAsync() => store.DisposeAsync();

    private static SourceReading Users(string scope, DatasetState state, params (string Name, string Purpose)[] users) => new("toy", ToyProvider.Kind,
        [new(scope, "users", state, [.. users.Select(u => new Fact(new FactKey("toy", scope, "users", u.Name), $$"""{"purpose":"{{u.Purpose}}","trusts":[]}""", "f"))])], []);

    private static SourceReading One(string scope, string dataset, string key, string content) => new("toy", ToyProvider.Kind,
        [new(scope, dataset, DatasetState.Complete, [new Fact(new FactKey("toy", scope, dataset, key), content, "f")])], []);

    private static SourceReading None(string scope, string dataset) => new("toy", ToyProvider.Kind, [new(scope, dataset, DatasetState.Complete, [])], []);

    private Task<RunReport> LoadAsync(SourceReading reading) => LoadRun.ExecuteAsync(store, reading, [provider], TimeProvider.System, Cancellation);

    private Task<DerivedEdge?> AssumeAsync() => EdgeAsync(new EdgeKey(EdgeKind.CanAssume, Tail, Head, ""));

    private async Task<DerivedEdge?> EdgeAsync(EdgeKey key) =>
        (await store.EdgesOfAsync((await store.StatusAsync(Cancellation)).Version, [key], Cancellation)).SingleOrDefault()?.Derived;

    private async Task<GraphNode?> NodeAsync(string key)
    {
        StoreStatus status = await store.StatusAsync(Cancellation);
        return (await store.NodesAsync(status.Version, [key], Cancellation)).SingleOrDefault()?.Node;
    }
}
