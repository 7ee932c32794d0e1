using GraphQL.DataLoader;
using NhiGraph.Api.Entities;
using NhiGraph.Api.Snapshots;
using NhiGraph.Api.Sources;
using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Reading;

namespace NhiGraph.Api.Evidence;

/// <summary>
/// The facts that edges rest on, read in batches with those of every other field of the level. An edge that rests on other edges is followed to their
/// facts, one more batch for each of at most <see cref="MostWaves"/> steps.
/// </summary>
internal sealed class EdgeEvidence : IDataLoaderResult
{
    private const int MostWaves = 4;

    private readonly AskedGraph _asked;
    private readonly List<EvidenceAnswer> _found;
    private readonly HashSet<EdgeKey> _seen;
    private readonly List<EdgeKey> _next;
    private readonly int _wave;

    private EdgeEvidence(AskedGraph asked, List<EvidenceAnswer> found, HashSet<EdgeKey> seen, List<EdgeKey> next, int wave)
    {
        (_asked, _found, _seen, _next, _wave) = (asked, found, seen, next, wave);
        asked.Edges.Expect(next);
    }

    /// <summary>The promise of a list of <see cref="EvidenceAnswer"/>, of edges of the entity's graph.</summary>
    internal static object Of(EntityNode entity, IEnumerable<int> edges) => Of(entity.Asked, entity.Graph, edges);

    /// <param name="asked">The request.</param>
    /// <param name="graph">Whose edges they are.</param>
    /// <param name="edges">Their ids.</param>
    internal static object Of(AskedGraph asked, AccessGraph graph, IEnumerable<int> edges)
    {
        List<EdgeKey> keys = [.. edges.Select(graph.EdgeKeyOf).Distinct()];
        return keys.Count == 0 ? Array.Empty<EvidenceAnswer>() : new EdgeEvidence(asked, [], [.. keys], keys, 1);
    }

    public async Task<object?> GetResultAsync(CancellationToken cancellationToken = default)
    {
        var further = new List<EdgeKey>();
        foreach (EdgeKey key in _next)
        {
            if (await _asked.Edges.GetAsync(key, cancellationToken).ConfigureAwait(false) is { } edge)
            {
                Collect(edge, further);
            }
        }

        return further.Count == 0 || _wave == MostWaves
            ? _found.DistinctBy(evidence => (evidence.Fact, evidence.Statement, evidence.Locator)).ToArray()
            : new EdgeEvidence(_asked, _found, _seen, further, _wave + 1);
    }

    private void Collect(StoredEdge edge, List<EdgeKey> further)
    {
        foreach (Support support in edge.Derived.Alternatives.SelectMany(all => all))
        {
            if (support.Fact is { } fact)
            {
                _found.Add(new(SourceView.Of(_asked, fact.Source), edge.Since, fact, support.Statement, support.Locator));
            }
            else if (support.Edge is { } needed && _seen.Add(needed))
            {
                further.Add(needed);
            }
        }
    }
}
