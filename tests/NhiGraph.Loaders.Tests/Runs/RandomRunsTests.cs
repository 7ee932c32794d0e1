using NhiGraph.Loaders.Runs;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Memory;

namespace NhiGraph.Loaders.Tests.Runs;

/// <summary>Runs redo only what changed; the graph must be the one that deriving everything from scratch gives.</summary>
public sealed class RandomRunsTests
{
    private static readonly int Worlds = Suite.Long ? 10_000 : 1_000;
    private static readonly string[] Owners = [.. ToyWorld.Scopes, .. ToyWorld.Scopes.Select(DerivedScope.JoinOwner)];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task After_every_run_the_store_holds_what_deriving_everything_from_scratch_gives()
    {
        Provider provider = ToyProvider.Create();
        int cases = 0;
        for (int seed = 0; seed < Worlds; seed++)
        {
            var random = new Random(seed);
            var world = new ToyWorld(random);
            var store = new MemoryGraphStore();
            var scratch = new FromScratch(provider);
            for (int step = 0; step < 4; step++, cases++)
            {
                SourceReading reading = world.Reading(world.SomeScopes(), world.AnyState, random.Next(4) == 0 ? "second" : "toy");
                RunReport report = await LoadRun.ExecuteAsync(store, reading, [provider], TimeProvider.System, Cancellation);
                scratch.Read(reading);
                Assert.Empty(report.Run.Problems);
                Same(scratch.Content(), await StoreContent.OfAsync(store, Owners, Cancellation), $"seed {seed}, step {step}");
            }
        }

        Suite.Ran("runs against deriving from scratch", cases);
    }

    [Fact]
    public async Task The_same_facts_in_any_order_and_any_split_give_the_graph_of_one_load()
    {
        Provider provider = ToyProvider.Create();
        for (int seed = 0; seed < Worlds; seed++)
        {
            var random = new Random(seed);
            SourceReading whole = new ToyWorld(random).Reading(ToyWorld.Scopes, () => DatasetState.Complete);
            var atOnce = new MemoryGraphStore();
            await LoadRun.ExecuteAsync(atOnce, whole, [provider], TimeProvider.System, Cancellation);

            var inParts = new MemoryGraphStore();
            DatasetReading[] shuffled = [.. whole.Datasets.Select(dataset => dataset with { Facts = [.. dataset.Facts.OrderBy(_ => random.Next())] })];
            random.Shuffle(shuffled);
            for (int from = 0, parts = random.Next(1, 5); from < shuffled.Length; from += parts)
            {
                SourceReading part = whole with { Datasets = [.. shuffled.Skip(from).Take(parts)] };
                await LoadRun.ExecuteAsync(inParts, part, [provider], TimeProvider.System, Cancellation);
            }

            Same(await StoreContent.OfAsync(atOnce, Owners, Cancellation), await StoreContent.OfAsync(inParts, Owners, Cancellation), $"seed {seed}");
        }

        Suite.Ran("loads in random order and split", Worlds);
    }

    private static void Same(string expected, string actual, string at)
    {
        if (expected != actual)
        {
            string[] left = expected.Split('\n'), right = actual.Split('\n');
            Assert.Fail($"{at}\nmissing:\n{string.Join('\n', left.Except(right))}\nnot expected:\n{string.Join('\n', right.Except(left))}");
        }
    }
}
