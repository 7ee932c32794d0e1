using System.Collections.Immutable;
using NhiGraph.Storage;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Loaders.Runs;

/// <summary>How what an owner derives now differs from what is stored for it.</summary>
internal sealed record OwnerChanges(
    ImmutableArray<Assertion> Put, ImmutableArray<AssertionKey> Removed, ImmutableArray<DerivedEdge> EdgesPut, ImmutableArray<DerivedEdgeKey> EdgesRemoved)
{
    internal static async Task<OwnerChanges> OfAsync(
        string owner, IEnumerable<Assertion> assertions, IEnumerable<DerivedEdge> edges, IGraphStore store, RunId version, CancellationToken cancellation)
    {
        Dictionary<AssertionKey, Assertion> said = assertions.ToDictionary(assertion => assertion.Id);
        ImmutableArray<AssertionKey>.Builder removed = ImmutableArray.CreateBuilder<AssertionKey>();
        await foreach (Assertion stored in store.AssertionsAsync(version, owner, cancellation).ConfigureAwait(false))
        {
            if (!said.TryGetValue(stored.Id, out Assertion? now))
            {
                removed.Add(stored.Id);
            }
            else if (now == stored)
            {
                said.Remove(stored.Id);
            }
        }

        Dictionary<DerivedEdgeKey, DerivedEdge> made = edges.ToDictionary(edge => edge.Id);
        ImmutableArray<DerivedEdgeKey>.Builder edgesRemoved = ImmutableArray.CreateBuilder<DerivedEdgeKey>();
        await foreach (DerivedEdge stored in store.EdgesAsync(version, owner, cancellation).ConfigureAwait(false))
        {
            if (!made.TryGetValue(stored.Id, out DerivedEdge? now))
            {
                edgesRemoved.Add(stored.Id);
            }
            else if (now == stored)
            {
                made.Remove(stored.Id);
            }
        }

        return new([.. said.Values], removed.ToImmutable(), [.. made.Values], edgesRemoved.ToImmutable());
    }
}
