using NhiGraph.Storage;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Loaders.Runs;

/// <summary>One load: what a reader found becomes facts, and the graph follows, in one published run or not at all.</summary>
public static class LoadRun
{
    /// <summary>
    /// A fact that is no longer there is closed only in a dataset that was read whole. Scopes whose facts or dataset states changed are derived again, and all of them
    /// if the stored graph was derived with other rules. The same reading twice changes nothing.
    /// </summary>
    /// <exception cref="StoreException">The store failed; it stands as it stood before.</exception>
    public static async Task<RunReport> ExecuteAsync(
        IGraphStore store, SourceReading reading, IReadOnlyList<Provider> providers, TimeProvider clock, CancellationToken cancellation)
    {
        if (reading.Datasets.Select(dataset => (dataset.Scope, dataset.Dataset)).Distinct().Count() != reading.Datasets.Length)
        {
            throw new ArgumentException("A reading names each dataset of a scope once.", nameof(reading));
        }

        string rules = RulesHash.Of(providers);
        Derivation? derivation = null;
        Run run = await RunCourse.TakeAsync(
            store,
            new RunStart(RunKind.Load, reading.Source, reading.SourceKind, clock.GetUtcNow(), rules),
            clock,
            async status =>
            {
                FactChanges facts = await FactChanges.OfAsync(reading, store, status.Version, cancellation).ConfigureAwait(false);
                var datasets = new DatasetStates(status);
                HashSet<string> again = datasets.Read(reading);
                again.UnionWith(facts.Put.Select(fact => fact.Id.Scope));
                again.UnionWith(facts.Removed.Select(fact => fact.Scope));
                bool otherRules = status.RulesHash is { } before && before != rules;
                if (otherRules)
                {
                    again.UnionWith(datasets.Scopes);
                }

                derivation = new Derivation(store, status.Version, providers, facts, datasets);
                RunChanges changes = await derivation.RunAsync(again, otherRules, cancellation).ConfigureAwait(false);
                return (changes, new RunOutcome(
                    clock.GetUtcNow(),
                    [.. reading.Datasets.Select(dataset => new DatasetRun(reading.Source, dataset.Scope, dataset.Dataset, dataset.State, dataset.Facts.Length))],
                    [.. reading.Problems, .. derivation.Problems]));
            },
            cancellation).ConfigureAwait(false);
        return RunReport.Of(run, derivation!, reading);
    }
}
