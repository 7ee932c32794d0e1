using System.Collections.Immutable;
using NhiGraph.Analysis.ChainOfTrust;
using NhiGraph.Api.Completeness;
using NhiGraph.Api.Entities;
using NhiGraph.Api.Snapshots;
using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Runs;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Reading;

namespace NhiGraph.Api.ChainOfTrust;

/// <summary>A chain of trust in the request's snapshot, with the names that its sentences need.</summary>
internal sealed class TrustView(AskedGraph asked, ChainOfTrustAnswer answer, TrustRecords records)
{
    /// <summary>How many of a link's nodes are named in a sentence.</summary>
    internal const int MostNamed = 3;

    private const DatasetTells Tells = TrustLinkView.AccountTells | DatasetTells.Creators | DatasetTells.Consumers | DatasetTells.Credentials | DatasetTells.Grants | DatasetTells.Identities | DatasetTells.Usage;

    private readonly Dictionary<int, StoredNode> _named = [];

    internal AskedGraph Asked => asked;

    internal ChainOfTrustAnswer Answer => answer;

    internal AccessGraph Graph => answer.Subject.Graph;

    internal EntityNode Of => Entity(answer.Subject.Node);

    internal ImmutableArray<TrustLinkView> Links => [.. answer.Links.Select(link => new TrustLinkView(this, link))];

    internal string Statement => new TrustStatement(this).Text;

    internal CompletenessAnswer Completeness => Coverage(Tells);

    /// <summary>The nodes whose names are read: of each link the first people and the first other things.</summary>
    internal IEnumerable<int> Named => answer.Links.SelectMany(link => link.Nodes.GroupBy(node => Graph.KindsOf(node) & NodeKinds.Human).SelectMany(alike => alike.Take(MostNamed))).Append(answer.Subject.Node).Distinct();

    /// <summary>The scopes that the answer is about; null where it is about none.</summary>
    private string[]? Scopes => answer.Subject.Identities.Prepend(answer.Subject.Node).Select(Graph.ScopeOf).OfType<string>().Distinct().Order(StringComparer.Ordinal).ToArray() is { Length: > 0 } scopes ? scopes : null;

    internal async Task ReadNamesAsync(CancellationToken cancellation)
    {
        foreach (int node in Named)
        {
            if (await asked.Nodes.GetAsync(Graph.KeyOf(node), cancellation).ConfigureAwait(false) is { } stored)
            {
                _named[node] = stored;
            }
        }
    }

    /// <summary>What the store has of a node that is named.</summary>
    internal StoredNode? Stored(int node) => _named.GetValueOrDefault(node);

    internal CompletenessAnswer Coverage(DatasetTells tells) => asked.Snapshot.Coverage.Of(tells, Scopes);

    /// <summary>The datasets that would know more of a link, by source.</summary>
    internal IEnumerable<string> NotWhole(TrustLinkView link) => (link.Tells == DatasetTells.None
        ? records.NotWhole()
        : Coverage(link.Tells).Sources.Where(state => state.State != DatasetState.Complete).Select(state => state.Source == state.Dataset ? state.Source : $"{state.Source} {state.Dataset}")).Distinct().Order(StringComparer.Ordinal);

    internal EntityNode Entity(int node) => new(asked, Graph, node);
}
