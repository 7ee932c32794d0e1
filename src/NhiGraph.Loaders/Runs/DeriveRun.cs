using NhiGraph.Storage;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Loaders.Runs;

/// <summary>Derives every scope again from the stored facts, for when rules changed; no source is read.</summary>
public static class DeriveRun
{
    /// <exception cref="StoreException">The store failed; it stands as it stood before.</exception>
    public static async Task<RunReport> ExecuteAsync(IGraphStore store, IReadOnlyList<Provider> providers, TimeProvider clock, CancellationToken cancellation)
    {
        Derivation? derivation = null;
        Run run = await RunCourse.TakeAsync(
            store,
            new RunStart(RunKind.Derive, null, null, clock.GetUtcNow(), RulesHash.Of(providers)),
            clock,
            async status =>
            {
                var datasets = new DatasetStates(status);
                derivation = new Derivation(store, status.Version, providers, FactChanges.None, datasets);
                RunChanges changes = await derivation.RunAsync(datasets.Scopes.ToHashSet(StringComparer.Ordinal), joinAll: true, cancellation).ConfigureAwait(false);
                return (changes, new RunOutcome(clock.GetUtcNow(), [], [.. derivation.Problems]));
            },
            cancellation).ConfigureAwait(false);
        return RunReport.Of(run, derivation!, null);
    }
}
