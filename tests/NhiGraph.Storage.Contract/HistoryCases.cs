using NhiGraph.Storage.Copying;
using NhiGraph.Storage.Runs;
using Xunit;

namespace NhiGraph.Storage.Contract;

/// <summary>Holds a store's whole history to <see cref="NaiveModel"/>: the intervals that stand at a version are what the model holds then, and what must come together does.</summary>
public static class HistoryCases
{
    /// <param name="store">A new store.</param>
    /// <param name="read">Its history.</param>
    /// <param name="seed">Which random runs.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public static async Task DemandAsync(IGraphStore store, Func<Task<IStoreHistory>> read, int seed, CancellationToken cancellation)
    {
        var random = new RandomRuns(seed);
        var versions = new List<(RunId Version, NaiveModel Model)> { (default, new NaiveModel()) };
        for (int round = 0; round < 10; round++)
        {
            RunChanges[] batches = random.Next();
            RunId run = await store.BeginAsync(new RunStart(RunKind.Load, "aws", "aws", Some.Time.AddMinutes(round), "rules"), cancellation);
            foreach (RunChanges batch in batches)
            {
                await store.WriteAsync(run, batch, cancellation);
            }

            if (round % 4 == 3)
            {
                await store.AbandonAsync(run, cancellation);
                continue;
            }

            await store.PublishAsync(run, new RunOutcome(Some.Time.AddMinutes(round), [], []), cancellation);
            versions.Add((run, versions[^1].Model.After(batches)));
        }

        using IStoreHistory history = await read();
        Assert.Equal(Enumerable.Range(1, 10).Select(number => (long)number), history.Runs().Select(run => run.Id.Value));
        Assert.Single(history.Facts().Take(1));
        foreach ((RunId version, NaiveModel model) in versions)
        {
            Assert.Equal(model.Facts.Values.Select(fact => (fact.Id, fact.Content)).ToHashSet(), At(history.Facts(), version).Select(fact => (fact.Id, fact.Content)).ToHashSet());
            Assert.Equal(model.Assertions.Values.ToHashSet(), At(history.Assertions(), version).ToHashSet());
            Assert.Equal(model.Nodes.Values.ToHashSet(), At(history.Nodes(), version).ToHashSet());
            Assert.Equal(model.Edges.Values.ToHashSet(), At(history.Edges(), version).ToHashSet());
            Assert.Equal(model.Terms, At(history.Terms(), version).ToHashSet());
        }

        Assert.All(history.Nodes(), node => Assert.True(node.Closed is not { } closed || node.Opened < closed));
        DemandTogether(history.Facts().Select(fact => fact.Value.Id));
        DemandTogether(history.Assertions().Select(assertion => assertion.Value.Node.Key));
        DemandTogether(history.Nodes().Select(node => node.Value.Key));
        DemandTogether(history.Edges().Select(edge => edge.Value.Edge.Key));
        DemandGrowing(history.Facts().GroupBy(fact => fact.Value.Id, fact => fact.Opened.Value));
        DemandGrowing(history.Nodes().GroupBy(node => node.Value.Key, node => node.Opened.Value));
    }

    private static IEnumerable<T> At<T>(IEnumerable<Interval<T>> intervals, RunId version) =>
        intervals.Where(interval => interval.Opened <= version && (interval.Closed is not { } closed || version < closed)).Select(interval => interval.Value);

    private static void DemandTogether<TKey>(IEnumerable<TKey> keys) where TKey : notnull
    {
        var ended = new HashSet<TKey>();
        TKey? last = default;
        foreach (TKey key in keys)
        {
            Assert.True(key.Equals(last) || ended.Add(key), $"{key} comes in two places.");
            last = key;
        }
    }

    private static void DemandGrowing<TKey>(IEnumerable<IGrouping<TKey, long>> keys) => Assert.All(keys, key => Assert.Equal(key.Order(), key));
}
