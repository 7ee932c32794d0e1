using System.Collections.Immutable;
using NhiGraph.Graph.Model;

namespace NhiGraph.Analysis.ChainOfTrust;

/// <summary>Whether an identity, credential or consumer can be certified: thirteen links, and what they come to. Nothing is missing where the source that would know was not read.</summary>
/// <param name="Links">All, in the order of their kinds.</param>
public sealed record ChainOfTrustAnswer(TrustSubject Subject, TrustReach Reach, ImmutableArray<TrustLink> Links)
{
    public TrustVerdict Verdict =>
        Links.Any(link => link.State == TrustState.Contradicted) ? TrustVerdict.Broken
        : Links.Any(link => link.State is TrustState.Missing or TrustState.Stale) ? TrustVerdict.Incomplete
        : Links.All(link => link.State == TrustState.Present && link.IsBacked) ? TrustVerdict.Complete
        : TrustVerdict.Unknown;

    public TrustLink this[TrustLinkKind kind] => Links[(int)kind];

    public static ChainOfTrustAnswer Of(TrustSubject subject, TrustTerms terms, TrustKnowledge knowledge)
    {
        var make = new LinkMaker(subject, knowledge);
        var access = new AccessLinks(subject, terms, make);
        var accountable = new AccountableLinks(subject, make);
        var time = new TimeLinks(subject, terms, make);
        TrustReach reach = TrustReach.Of(subject);
        return new(subject, reach,
        [
            access.Consumer(),
            access.Credential(),
            access.Identity(),
            access.Resources(reach),
            accountable.Creator(),
            accountable.Owner(TrustLinkKind.BusinessOwner, OwnershipRole.Business),
            accountable.Owner(TrustLinkKind.TechnicalOwner, OwnershipRole.Technical),
            accountable.Owner(TrustLinkKind.Escalation, OwnershipRole.Escalation),
            accountable.Purpose(),
            accountable.Environment(),
            time.Rotation(),
            time.Expiry(),
            time.Usage(),
        ]);
    }
}
