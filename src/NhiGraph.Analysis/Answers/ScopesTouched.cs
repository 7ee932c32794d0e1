using System.Collections.Immutable;
using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Reach;

namespace NhiGraph.Analysis.Answers;

/// <summary>Where facts that were not read could change an answer.</summary>
internal static class ScopesTouched
{
    internal static ImmutableArray<string> Of(AccessGraph graph, ImmutableArray<int> starts, ReachedPlaces places) =>
        [.. starts.Select(graph.ScopeOf).OfType<string>().Union(places.ScopeNames, StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
