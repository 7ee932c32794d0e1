using System.Collections.Immutable;
using NhiGraph.Storage;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Loaders.Runs;

/// <summary>The facts as they will stand after a run.</summary>
internal sealed class FactView(IGraphStore store, RunId version, FactChanges changes)
{
    private readonly ILookup<string, Fact> put = changes.Put.ToLookup(fact => fact.Id.Scope, StringComparer.Ordinal);
    private readonly HashSet<FactKey> replaced = [.. changes.Removed, .. changes.Put.Select(fact => fact.Id)];

    /// <summary>Scopes of which a fact is put or removed.</summary>
    internal HashSet<string> Changed { get; } = [.. changes.Put.Select(fact => fact.Id.Scope), .. changes.Removed.Select(fact => fact.Scope)];

    /// <summary>All facts of a scope, sorted by key.</summary>
    internal async Task<ImmutableArray<Fact>> OfAsync(string scope, CancellationToken cancellation)
    {
        ImmutableArray<Fact>.Builder facts = ImmutableArray.CreateBuilder<Fact>();
        facts.AddRange(put[scope]);
        await foreach (Fact fact in store.FactsAsync(version, scope, null, cancellation).ConfigureAwait(false))
        {
            if (!replaced.Contains(fact.Id))
            {
                facts.Add(fact);
            }
        }

        facts.Sort((x, y) => FactOrder.Instance.Compare(x.Id, y.Id));
        return facts.ToImmutable();
    }

    /// <param name="logs">Datasets that do not count.</param>
    internal async Task<bool> AnyAsync(string scope, ImmutableArray<string> logs, CancellationToken cancellation)
    {
        if (put[scope].Any(fact => !logs.Contains(fact.Id.Dataset)))
        {
            return true;
        }

        await foreach (Fact fact in store.FactsAsync(version, scope, null, cancellation).ConfigureAwait(false))
        {
            if (!replaced.Contains(fact.Id) && !logs.Contains(fact.Id.Dataset))
            {
                return true;
            }
        }

        return false;
    }
}
