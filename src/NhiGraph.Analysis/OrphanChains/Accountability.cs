using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;

namespace NhiGraph.Analysis.OrphanChains;

/// <summary>Who answers for things, as the graph says it at an instant.</summary>
public sealed class Accountability(AccessGraph graph, long at)
{
    /// <summary>A person left: on the date given, or by status where no date is.</summary>
    public bool IsDeparted(int human) => graph.DateOf(human, NodeDate.Ended) is { } left ? left <= at : graph.FactsOf(human).HumanStatus == HumanStatus.Departed;

    /// <summary>A person works here, on leave too; a last day to come does not make it doubtful.</summary>
    public bool IsHere(int human) => !IsDeparted(human) && (graph.FactsOf(human).HumanStatus is HumanStatus.Active or HumanStatus.Leave || graph.DateOf(human, NodeDate.Ended) is not null);

    public bool IsRetired(int application) => graph.FactsOf(application).ApplicationStatus == ApplicationStatus.Retired && (graph.DateOf(application, NodeDate.Ended) is not { } at1 || at1 <= at);

    /// <summary>Business and technical owners and those whose role nobody says: its own, else those of the identity it is a session of, else of its applications.</summary>
    public IReadOnlyList<AccessEdge> OwnersOf(int node) => OwnersOf(node, role => role != OwnershipRole.Escalation);

    /// <summary>Likewise those of one role; whose role nobody says is an owner of either sort, and nobody to turn to.</summary>
    public IReadOnlyList<AccessEdge> OwnersOf(int node, OwnershipRole role) =>
        OwnersOf(node, held => held == role || (held == OwnershipRole.Unknown && role != OwnershipRole.Escalation));

    private List<AccessEdge> OwnersOf(int node, Func<OwnershipRole, bool> counts)
    {
        List<AccessEdge> own = Own(node, counts);
        foreach (EdgeKind kind in (ReadOnlySpan<EdgeKind>)[EdgeKind.SessionOf, EdgeKind.PartOf])
        {
            if (own.Count == 0)
            {
                own = [.. Heads(node, kind).SelectMany(head => Own(head, counts))];
            }
        }

        return own;
    }

    public IEnumerable<int> ApplicationsOf(int node) => Heads(node, EdgeKind.PartOf);

    /// <summary>People on record as having made it, the most certain first.</summary>
    public IEnumerable<int> CreatorsOf(int node) =>
        graph.EvidenceIn(node).Where(edge => edge.Kind == EdgeKind.Created && (graph.KindsOf(edge.From) & NodeKinds.Human) != 0).OrderByDescending(edge => edge.Certainty).Select(edge => edge.From).Distinct();

    public bool HasCreator(int node)
    {
        foreach (AccessEdge edge in graph.EvidenceIn(node))
        {
            if (edge.Kind == EdgeKind.Created)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The people in a team, those gone too.</summary>
    public IEnumerable<int> MembersOf(int team) => graph.EvidenceIn(team).Where(edge => edge.Kind == EdgeKind.InTeam).Select(edge => edge.From).Distinct();

    /// <summary>A person who is here, or a team in which somebody is.</summary>
    public bool AnswersHere(int owner) => IsTeam(owner) ? MembersOf(owner).Any(IsHere) : IsHere(owner);

    /// <summary>A person who left, or a team of which it is known that nobody is in it.</summary>
    public bool IsKnownGone(int owner, Known known) => IsTeam(owner)
        ? (known & Known.Teams) != 0 && !graph.FactsOf(owner).Unlisted && MembersOf(owner).All(IsDeparted)
        : IsDeparted(owner);

    /// <summary>Why nobody answers for it as an owner, what is known and what is not; both empty where somebody does.</summary>
    internal (OrphanReasons Reasons, OrphanReasons Undecided, bool Answered) Judge(int node, Known known)
    {
        IReadOnlyList<AccessEdge> owners = OwnersOf(node);
        OrphanReasons reasons = default;
        OrphanReasons undecided = default;
        if (owners.Count == 0)
        {
            return graph.FactsOf(node).NamesOwner || (known & Known.Owners) == 0
                ? (reasons, undecided.With(OrphanReason.NoOwner), false)
                : (reasons.With(OrphanReason.NoOwner), undecided, false);
        }

        foreach (AccessEdge owner in owners)
        {
            if (AnswersHere(owner.From))
            {
                return (default, default, true);
            }

            OrphanReason reason = IsTeam(owner.From) ? OrphanReason.TeamEmpty : OrphanReason.OwnerDeparted;
            (reasons, undecided) = IsKnownGone(owner.From, known) ? (reasons.With(reason), undecided) : (reasons, undecided.With(reason));
        }

        // One owner of whom nobody knows whether he is here may be the one who answers.
        return undecided.IsEmpty ? (reasons, undecided, false) : (default, reasons.Union(undecided), false);
    }

    private List<AccessEdge> Own(int node, Func<OwnershipRole, bool> counts)
    {
        var owners = new List<AccessEdge>();
        foreach (AccessEdge edge in graph.EvidenceIn(node))
        {
            if (edge.Kind == EdgeKind.Owns && counts(graph.RoleOf(edge.Id)))
            {
                owners.Add(edge);
            }
        }

        return owners;
    }

    private bool IsTeam(int owner) => (graph.KindsOf(owner) & NodeKinds.Team) != 0;

    private SortedSet<int> Heads(int node, EdgeKind kind)
    {
        var heads = new SortedSet<int>();
        foreach (AccessEdge edge in graph.EvidenceOut(node))
        {
            if (edge.Kind == kind && edge.To != node)
            {
                heads.Add(edge.To);
            }
        }

        return heads;
    }
}
