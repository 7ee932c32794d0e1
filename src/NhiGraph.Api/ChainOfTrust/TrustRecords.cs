using NhiGraph.Analysis.ChainOfTrust;
using NhiGraph.Api.Completeness;
using NhiGraph.Api.Entities;
using NhiGraph.Api.Snapshots;
using NhiGraph.Api.Usage;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Reading;

namespace NhiGraph.Api.ChainOfTrust;

/// <summary>What the store says of the subject of a chain, its identities and credentials: who lists them, and whether they were ever used. What goes beyond the bound counts as not known.</summary>
internal sealed class TrustRecords
{
    private const int MostRead = 500;

    private readonly AskedGraph _asked;
    private readonly TrustSubject _subject;
    private readonly Dictionary<int, StoredNode> _read = [];
    private readonly int[] _nodes;

    internal TrustRecords(AskedGraph asked, TrustSubject subject)
    {
        (_asked, _subject) = (asked, subject);
        _nodes = [.. subject.Identities.Prepend(subject.Node).Concat(subject.UsedThrough).Distinct().Take(MostRead)];
        asked.Nodes.Expect(_nodes.Select(subject.Graph.KeyOf));
    }

    internal async Task ReadAsync(CancellationToken cancellation)
    {
        foreach (int node in _nodes)
        {
            if (await _asked.Nodes.GetAsync(_subject.Graph.KeyOf(node), cancellation).ConfigureAwait(false) is { } stored)
            {
                _read[node] = stored;
            }
        }
    }

    /// <summary>Whether each dataset that lists the node was read whole.</summary>
    internal bool IsListed(int node) => _read.TryGetValue(node, out StoredNode? stored) && stored.Assertions.Length > 0 && NotWhole(stored).Count == 0;

    internal bool IsNeverUsed(int node) => _read.TryGetValue(node, out StoredNode? stored) && UsageAnswer.Of(new EntityNode(_asked, _subject.Graph, node), stored).State == UsageState.Never;

    /// <summary>The datasets that list the subject or its identities and were not read whole.</summary>
    internal IEnumerable<string> NotWhole() =>
        _subject.Identities.Prepend(_subject.Node).Distinct().Where(_read.ContainsKey).SelectMany(node => NotWhole(_read[node])).Select(fact => $"{fact.Source} {fact.Dataset}");

    private List<FactKey> NotWhole(StoredNode stored) =>
        [.. stored.Assertions.Select(assertion => assertion.Fact).Where(fact => !_asked.Snapshot.Coverage.IsWhole(fact.Source, fact.Scope, fact.Dataset))];
}
