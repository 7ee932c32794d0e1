using System.Collections.Immutable;
using NhiGraph.Analysis.OrphanChains;
using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;

namespace NhiGraph.Analysis.ChainOfTrust;

/// <summary>Creator, owners of each role, escalation, purpose, environment. What is said of the subject itself counts first, else what is said of its identities.</summary>
internal sealed class AccountableLinks(TrustSubject subject, LinkMaker make)
{
    private readonly AccessGraph _graph = subject.Graph;
    private readonly Accountability _accountability = new(subject.Graph, subject.At);

    internal TrustLink Creator()
    {
        const TrustLinkKind Kind = TrustLinkKind.Creator;
        AccessEdge[] created = FirstOf(thing => [.. _graph.EvidenceIn(thing).Where(edge => edge.Kind == EdgeKind.Created)]);
        AccessEdge[] people = [.. created.Where(edge => subject.IsA(edge.From, NodeKinds.Human))];
        AccessEdge[] here = [.. people.Where(edge => !_accountability.IsDeparted(edge.From))];
        return here.Length > 0 ? make.Link(Kind, Known.Creators, TrustState.Present, TrustReason.Made, Tails(here), here)
            : people.Length > 0 ? make.Link(Kind, Known.Creators, TrustState.Stale, TrustReason.MakerLeft, Tails(people), people, LastDeparture(Tails(people)))
            : created.Length > 0 ? make.Link(Kind, Known.Creators, TrustState.Present, TrustReason.MadeByAutomation, Tails(created), created)
            : make.None(Kind, Known.Creators, TrustReason.NoMaker, []);
    }

    /// <summary>One owner who is here is enough; where none is, one of whom nobody can tell leaves it open.</summary>
    internal TrustLink Owner(TrustLinkKind kind, OwnershipRole role)
    {
        AccessEdge[] owners = FirstOf(thing => _accountability.OwnersOf(thing, role));
        if (owners.Length == 0)
        {
            bool named = role != OwnershipRole.Escalation && subject.Things.Any(thing => _graph.FactsOf(thing).NamesOwner);
            return named ? make.Link(kind, Known.Owners, TrustState.Unknown, TrustReason.OwnerNamedOnly, []) : make.None(kind, Known.Owners, TrustReason.NoOwner, []);
        }

        AccessEdge[] here = [.. owners.Where(edge => _accountability.AnswersHere(edge.From))];
        if (here.Length > 0)
        {
            return make.Link(kind, Known.Owners, TrustState.Present, TrustReason.Owned, Tails(here), here);
        }

        int[] open = [.. Tails(owners).Where(owner => !_accountability.IsKnownGone(owner, make.Known))];
        if (open.Length > 0)
        {
            return make.Link(kind, Known.Owners, TrustState.Unknown, TrustReason.OwnerUncertain, open, owners.Where(edge => open.Contains(edge.From)));
        }

        int[] people = [.. Tails(owners).Where(owner => subject.IsA(owner, NodeKinds.Human))];
        return make.Link(kind, Known.Owners, TrustState.Contradicted, people.Length > 0 ? TrustReason.OwnerLeft : TrustReason.TeamEmpty, Tails(owners), owners, LastDeparture(people));
    }

    internal TrustLink Purpose()
    {
        const TrustLinkKind Kind = TrustLinkKind.Purpose;
        AccessEdge[] applications = FirstOf(thing => [.. _graph.EvidenceOut(thing).Where(edge => edge.Kind == EdgeKind.PartOf && edge.To != thing)]);
        int[] retired = [.. applications.Select(edge => edge.To).Distinct().Order().Where(_accountability.IsRetired)];
        if (retired.Length > 0 && applications.All(edge => retired.Contains(edge.To)))
        {
            return make.ByRecord(Kind, TrustState.Contradicted, TrustReason.ApplicationRetired, retired, applications, retired.Max(application => _graph.DateOf(application, NodeDate.Ended)));
        }

        int[] stating = [.. subject.Things.Where(thing => _graph.FactsOf(thing).HasPurpose)];
        return stating.Length > 0 ? make.ByRecord(Kind, TrustState.Present, TrustReason.Stated, stating) : make.NoneByRecord(Kind, TrustReason.NotStated);
    }

    internal TrustLink Environment()
    {
        int[] stating = [.. subject.Things.Where(thing => _graph.EnvironmentOf(thing) is not null)];
        return stating.Length > 0
            ? make.ByRecord(TrustLinkKind.Environment, TrustState.Present, TrustReason.Stated, stating)
            : make.NoneByRecord(TrustLinkKind.Environment, TrustReason.NotStated);
    }

    private AccessEdge[] FirstOf(Func<int, IReadOnlyList<AccessEdge>> of) =>
        of(subject.Node) is { Count: > 0 } own ? [.. own] : [.. subject.Identities.Where(identity => identity != subject.Node).SelectMany(of)];

    private long? LastDeparture(IEnumerable<int> people) => people.Select(human => _graph.DateOf(human, NodeDate.Ended)).Max();

    private static ImmutableArray<int> Tails(IEnumerable<AccessEdge> edges) => TrustSubject.Each(edges, edge => edge.From);
}
