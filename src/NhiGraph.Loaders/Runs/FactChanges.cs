using System.Collections.Immutable;
using NhiGraph.Storage;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Loaders.Runs;

/// <summary>What a reading changes of the stored facts.</summary>
/// <param name="Put">New, or with other content than stored.</param>
/// <param name="Removed">Stored and no longer there; only of datasets that were read whole.</param>
internal sealed record FactChanges(ImmutableArray<Fact> Put, ImmutableArray<FactKey> Removed)
{
    internal static FactChanges None { get; } = new([], []);

    internal static async Task<FactChanges> OfAsync(SourceReading reading, IGraphStore store, RunId version, CancellationToken cancellation)
    {
        ImmutableArray<Fact>.Builder put = ImmutableArray.CreateBuilder<Fact>();
        ImmutableArray<FactKey>.Builder removed = ImmutableArray.CreateBuilder<FactKey>();
        foreach (DatasetReading dataset in reading.Datasets)
        {
            Dictionary<FactKey, Fact> seen = ByKey(reading.Source, dataset);
            await foreach (Fact stored in store.FactsAsync(version, dataset.Scope, dataset.Dataset, cancellation).ConfigureAwait(false))
            {
                if (stored.Id.Source != reading.Source)
                {
                    continue;
                }

                if (!seen.TryGetValue(stored.Id, out Fact? now))
                {
                    if (dataset.State == DatasetState.Complete)
                    {
                        removed.Add(stored.Id);
                    }
                }
                else if (now.Content == stored.Content)
                {
                    seen.Remove(stored.Id);
                }
            }

            put.AddRange(seen.Values);
        }

        return new(put.ToImmutable(), removed.ToImmutable());
    }

    private static Dictionary<FactKey, Fact> ByKey(string source, DatasetReading dataset)
    {
        var facts = new Dictionary<FactKey, Fact>(dataset.Facts.Length);
        foreach (Fact fact in dataset.Facts)
        {
            if (fact.Id.Source != source || fact.Id.Scope != dataset.Scope || fact.Id.Dataset != dataset.Dataset)
            {
                throw new ArgumentException($"The fact {fact.Id} was read as one of {source}, {dataset.Scope}, {dataset.Dataset}.", nameof(dataset));
            }

            if (!facts.TryAdd(fact.Id, fact))
            {
                throw new ArgumentException($"The fact {fact.Id} was read twice; a reader reports the second as a problem.", nameof(dataset));
            }
        }

        return facts;
    }
}
