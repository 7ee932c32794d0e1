using System.Collections.Concurrent;
using NhiGraph.Api.Entities;
using NhiGraph.Api.Reach;
using NhiGraph.Api.Snapshots;
using NhiGraph.Graph.Csr;
using NhiGraph.Storage.Parts;

namespace NhiGraph.Api.Loading;

/// <summary>
/// What the fields of one request need of a graph that is not held whole, gathered level by level: one read for the nodes, one for each relation, one for all
/// walks one way under the same options, one for all chains of trust and one for all departures.
/// </summary>
internal sealed class PartLoaders
{
    private readonly AskedGraph _asked;
    private readonly ConcurrentDictionary<Relation, BatchLoader<string, EntityNode>> _related = [];

    internal PartLoaders(AskedGraph asked)
    {
        _asked = asked;
        Nodes = new(async (keys, cancellation) => Entities(keys, await asked.Snapshot.Parts.NodesAsync(keys, cancellation).ConfigureAwait(false)));
        Trust = new(async (keys, cancellation) => Entities(keys, await asked.Snapshot.Parts.TrustAsync(keys, new(asked.At), cancellation).ConfigureAwait(false)));
        Departures = new(async (keys, cancellation) => Entities(keys, await asked.Snapshot.Parts.DeparturesAsync(keys, cancellation).ConfigureAwait(false)));
        Walked = new(async (questions, cancellation) =>
        {
            var found = new List<KeyValuePair<ReachQuestion, AccessGraph>>(questions.Count);
            foreach (IGrouping<object, ReachQuestion> alike in questions.GroupBy(question => question.Batch))
            {
                AccessGraph part = await alike.First().PartAsync([.. alike.SelectMany(question => question.Keys).Distinct(StringComparer.Ordinal)], cancellation).ConfigureAwait(false);
                found.AddRange(alike.Select(question => KeyValuePair.Create(question, part)));
            }

            return found;
        });
    }

    internal BatchLoader<string, EntityNode> Nodes { get; }

    /// <summary>Subjects of chains of trust, each in the part of the graph that its chain needs.</summary>
    internal BatchLoader<string, EntityNode> Trust { get; }

    /// <summary>People, each in the part of the graph that their departure needs.</summary>
    internal BatchLoader<string, EntityNode> Departures { get; }

    internal BatchLoader<ReachQuestion, AccessGraph> Walked { get; }

    internal BatchLoader<string, EntityNode> Of(Relation relation) => _related.GetOrAdd(relation, _ => new(async (keys, cancellation) =>
        Entities(keys, await _asked.Snapshot.Parts.RelatedAsync(relation, keys, cancellation).ConfigureAwait(false))));

    private IEnumerable<KeyValuePair<string, EntityNode>> Entities(IReadOnlyCollection<string> keys, AccessGraph part)
    {
        foreach (string key in keys)
        {
            if (part.TryFind(key, out int node))
            {
                yield return KeyValuePair.Create(key, new EntityNode(_asked, part, node));
            }
        }
    }
}
