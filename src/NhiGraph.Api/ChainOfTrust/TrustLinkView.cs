using NhiGraph.Analysis.ChainOfTrust;
using NhiGraph.Api.Entities;
using NhiGraph.Api.Evidence;
using NhiGraph.Api.Sources;
using NhiGraph.Loaders.Runs;

namespace NhiGraph.Api.ChainOfTrust;

/// <summary>One link of a chain of trust.</summary>
internal sealed record TrustLinkView(TrustView Chain, TrustLink Link)
{
    internal const DatasetTells AccountTells = DatasetTells.Owners | DatasetTells.People | DatasetTells.Teams;
    private const int MostEntities = 100;
    private const int MostEdges = 20;

    internal IEnumerable<EntityNode> Entities => Link.Nodes.Take(MostEntities).Select(Chain.Entity);

    internal string Statement => TrustWords.Of(this);

    /// <summary>The facts behind its edges; where it has none, those that list what it is about. A list of <see cref="EvidenceAnswer"/> or its promise.</summary>
    internal object Evidence => Link.Edges.Length > 0 ? EdgeEvidence.Of(Chain.Asked, Chain.Graph, Link.Edges.Take(MostEdges)) : Listing().ToList();

    /// <summary>What a dataset must tell to change the link; none where the records of the subject decide.</summary>
    internal DatasetTells Tells => Link.Kind switch
    {
        TrustLinkKind.Consumer => DatasetTells.Consumers,
        TrustLinkKind.Credential or TrustLinkKind.Rotation or TrustLinkKind.Expiry => DatasetTells.Credentials,
        TrustLinkKind.Identity => DatasetTells.Identities,
        TrustLinkKind.Resources => DatasetTells.Grants,
        TrustLinkKind.Creator => DatasetTells.Creators,
        TrustLinkKind.BusinessOwner or TrustLinkKind.TechnicalOwner or TrustLinkKind.Escalation => AccountTells,
        TrustLinkKind.Usage => DatasetTells.Usage,
        _ => DatasetTells.None,
    };

    private IEnumerable<EvidenceAnswer> Listing() =>
        from node in Link.Nodes.Take(TrustView.MostNamed)
        let stored = Chain.Stored(node)
        where stored is not null
        from assertion in stored.Assertions
        select new EvidenceAnswer(SourceView.Of(Chain.Asked, assertion.Fact.Source), assertion.Run, assertion.Fact, $"{assertion.Fact.Dataset} lists {stored.Node.Name}", null);
}
