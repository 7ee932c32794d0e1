using System.Globalization;
using NhiGraph.Analysis.Chains;
using NhiGraph.Analysis.OrphanChains;
using NhiGraph.Api.BlastRadius;
using NhiGraph.Api.Completeness;
using NhiGraph.Api.Entities;
using NhiGraph.Api.Reach;
using NhiGraph.Api.Snapshots;
using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Reach;
using NhiGraph.Loaders.Runs;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Api.OrphanChains;

/// <summary>An orphan chain in the request's snapshot.</summary>
internal sealed record OrphanView(AskedGraph Asked, AccessGraph Graph, OrphanChain Chain)
{
    internal const DatasetTells Tells = DatasetTells.Owners | DatasetTells.People | DatasetTells.Teams | DatasetTells.Creators | DatasetTells.Consumers | DatasetTells.Credentials | DatasetTells.Grants;

    private readonly OrphanHistory _history = OrphanHistory.Of(Graph, Chain, Asked.At);
    private readonly BlastRadiusQuestion _reach = new(Asked, [Graph.KeyOf(Chain.Identity)], new TraversalOptions(Asked.At));

    internal string Id => string.Join('|', new[] { Chain.Consumer, Chain.Credential, Chain.Identity }.Select(node => node < 0 ? "" : Graph.KeyOf(node)));

    /// <summary>Of the nodes that the sentence names.</summary>
    internal IEnumerable<string> Keys => new[] { Chain.Consumer, Chain.Credential, Chain.Identity, _history.LastAccountable }.Where(node => node >= 0).Select(Graph.KeyOf);

    internal IEnumerable<ChainLink> Missing
    {
        get
        {
            foreach ((OrphanReason reason, ChainLink link) in ((OrphanReason, ChainLink)[])[(OrphanReason.NoConsumer, ChainLink.Consumer), (OrphanReason.NoCredential, ChainLink.Credential), (OrphanReason.NoResource, ChainLink.Resources)])
            {
                if (Chain.Reasons.Contains(reason))
                {
                    yield return link;
                }
            }
        }
    }

    internal EntityNode? Consumer => Entity(Chain.Consumer);

    internal EntityNode? Credential => Entity(Chain.Credential);

    internal EntityNode? Identity => Entity(Chain.Identity);

    internal EntityNode? LastAccountable => Entity(_history.LastAccountable);

    internal DateTimeOffset? Since => _history.Since is { } since ? DateTimeOffset.FromUnixTimeSeconds(since) : null;

    internal object? SensitiveReach => Asked.Ready(_reach, reach => new BoundsAnswer(reach.Summary.Summary.SensitiveResources, reach.Open));

    internal object? BlastRadius => Asked.Ready(_reach, reach => reach.Summary);

    internal CompletenessAnswer Completeness => Asked.Snapshot.Coverage.Of(Tells, Identity!.Scopes);

    internal async Task<string> StatementAsync(CancellationToken cancellation)
    {
        string identity = await NameAsync(Chain.Identity, cancellation).ConfigureAwait(false);
        string subject = Chain.Credential < 0 ? identity : $"{await NameAsync(Chain.Credential, cancellation).ConfigureAwait(false)} of {identity}";
        string consumer = Chain.Consumer < 0 ? "" : await NameAsync(Chain.Consumer, cancellation).ConfigureAwait(false);
        string last = _history.LastAccountable < 0 ? "" : await NameAsync(_history.LastAccountable, cancellation).ConfigureAwait(false);
        string known = string.Join(", ", Chain.Reasons.Members().Select(reason => OrphanWords.Of(reason, consumer)));
        string unknown = string.Join(", ", Chain.Undecided.Members().Select(OrphanWords.Unknown));
        string missing = string.Join(", ", Completeness.Sources.Where(state => state.State != DatasetState.Complete).Select(state => state.Source).Distinct().Order(StringComparer.Ordinal));
        string who = last.Length == 0 ? "" : $" Last accountable: {last}.";
        string reach = Chain.Sensitive == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" It reaches {Chain.Sensitive} sensitive resource{(Chain.Sensitive == 1 ? "" : "s")}.");
        return $"{subject}{(consumer.Length == 0 || Chain.Reasons.Contains(OrphanReason.DanglingTrust) ? "" : $", used by {consumer}")}: {(known.Length == 0 ? "nothing is known to be wrong" : known)}.{reach}{who}"
            + (unknown.Length == 0 ? "" : $" Unknown: {unknown}, for not all was read of {missing}.");
    }

    private async Task<string> NameAsync(int node, CancellationToken cancellation) =>
        (await Asked.Nodes.GetAsync(Graph.KeyOf(node), cancellation).ConfigureAwait(false))?.Node.Name ?? Graph.KeyOf(node);

    private EntityNode? Entity(int node) => node < 0 ? null : new(Asked, Graph, node);
}
