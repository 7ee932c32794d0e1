using System.Collections.Immutable;
using NhiGraph.Analysis.OrphanChains;
using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;

namespace NhiGraph.Analysis.ChainOfTrust;

/// <summary>Consumer, credential, identity, resources.</summary>
internal sealed class AccessLinks(TrustSubject subject, TrustTerms terms, LinkMaker make)
{
    private readonly AccessGraph _graph = subject.Graph;

    /// <summary>One that is here is enough; where none is, one of which nobody can tell leaves it open.</summary>
    internal TrustLink Consumer()
    {
        const TrustLinkKind Kind = TrustLinkKind.Consumer;
        ImmutableArray<int> all = subject.Kind == NodeKinds.Consumer ? [subject.Node] : TrustSubject.Each(subject.Using, edge => edge.From);
        int[] seen = [.. all.Where(consumer => !_graph.FactsOf(consumer).Potential)];
        int[] here = [.. seen.Where(consumer => _graph.FactsOf(consumer).Enabled != false && !_graph.FactsOf(consumer).Unlisted)];
        if (here.Length > 0)
        {
            int[] idle = [.. here.Where(consumer => _graph.DateOf(consumer, NodeDate.Used) < terms.OldestUse(subject.At))];
            return idle.Length == here.Length
                ? make.Link(Kind, Known.Consumers, TrustState.Stale, TrustReason.ConsumerIdle, idle, UsedBy(idle), idle.Max(consumer => _graph.DateOf(consumer, NodeDate.Used)))
                : make.Link(Kind, Known.Consumers, TrustState.Present, TrustReason.Used, here.Except(idle), UsedBy(here.Except(idle)));
        }

        int[] gone = [.. seen.Where(consumer => _graph.FactsOf(consumer).Enabled == false || (make.Known & Known.Consumers) != 0)];
        if (seen.Length > gone.Length)
        {
            return make.Link(Kind, Known.Consumers, TrustState.Unknown, TrustReason.ConsumerUnlisted, seen.Except(gone), UsedBy(seen.Except(gone)));
        }

        int[] dangling = [.. TrustSubject.Each(subject.Dangling, edge => edge.From).Except(gone)];
        if (gone.Length + dangling.Length > 0)
        {
            return make.Link(Kind, Known.Consumers, TrustState.Contradicted, TrustReason.ConsumerGone, gone.Concat(dangling).Order(), UsedBy(gone).Concat(subject.Dangling));
        }

        if (subject.Kind == NodeKinds.Identity && subject.TakingOn.Length > 0)
        {
            return make.Link(Kind, Known.Consumers, TrustState.Present, TrustReason.TakenOn, TrustSubject.Each(subject.TakingOn, edge => edge.From), subject.TakingOn);
        }

        return make.None(Kind, Known.Consumers, all.Length > 0 ? TrustReason.OnlyTrusted : TrustReason.NotUsed, all, UsedBy(all));
    }

    internal TrustLink Credential()
    {
        const TrustLinkKind Kind = TrustLinkKind.Credential;
        if (subject.AfterDisabling.Length > 0)
        {
            return make.Link(Kind, Known.Credentials, TrustState.Contradicted, TrustReason.WorksThoughDisabled, subject.AfterDisabling);
        }

        if (subject.Kind == NodeKinds.Credential ? subject.IsInForce(subject.Node) : subject.Credentials.Length > 0)
        {
            return make.Link(Kind, Known.Credentials, TrustState.Present, TrustReason.Authenticates, subject.Credentials, subject.Authenticating);
        }

        return subject.TakingOn.Length > 0 ? make.Link(Kind, Known.Credentials, TrustState.Present, TrustReason.TakenOn, [], subject.TakingOn)
            : subject.Bound.Length > 0 ? make.Link(Kind, Known.Credentials, TrustState.Stale, TrustReason.CredentialInactive, subject.Bound)
            : make.None(Kind, Known.Credentials, TrustReason.NoCredential, []);
    }

    internal TrustLink Identity()
    {
        const TrustLinkKind Kind = TrustLinkKind.Identity;
        if (subject.Identities.Length == 0)
        {
            return make.None(Kind, Known.Credentials | Known.Grants, TrustReason.NoIdentity, []);
        }

        int[] here = [.. subject.Identities.Where(identity => _graph.FactsOf(identity) is { Enabled: not false, Unlisted: false })];
        int[] disabled = [.. subject.Identities.Where(identity => _graph.FactsOf(identity).Enabled == false)];
        return here.Length > 0 ? make.ByRecord(Kind, TrustState.Present, TrustReason.Acts, here)
            : disabled.Length > 0 ? make.ByRecord(Kind, TrustState.Stale, TrustReason.IdentityDisabled, disabled)
            : make.None(Kind, Known.Identities, TrustReason.IdentityUnlisted, subject.Identities);
    }

    /// <param name="reach">What falls if the subject falls.</param>
    internal TrustLink Resources(TrustReach reach)
    {
        IEnumerable<AccessEdge> grants = subject.Identities.SelectMany(identity => _graph.Out(identity)).Where(edge => edge.Kind is EdgeKind.Holds or EdgeKind.MemberOf);
        return reach.ReachesResources
            ? make.Link(TrustLinkKind.Resources, Known.Grants, TrustState.Present, TrustReason.Reaches, reach.Named, grants)
            : make.None(TrustLinkKind.Resources, Known.Grants, TrustReason.ReachesNothing, []);
    }

    private IEnumerable<AccessEdge> UsedBy(IEnumerable<int> consumers) =>
        (subject.Kind == NodeKinds.Consumer ? subject.TakingOn : subject.Using).Where(edge => consumers.Contains(edge.From));
}
