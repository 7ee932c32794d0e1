using System.Collections.Immutable;
using NhiGraph.Analysis.ChainOfTrust;
using NhiGraph.Analysis.OrphanChains;
using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;
using NhiGraph.Graph.Paths;
using NhiGraph.Graph.Reach;

namespace NhiGraph.Analysis.Departure;

/// <summary>What a person owns, created, signs in with and could have seen, with what to do about each when that person leaves (or has left). A proposal, never a deed.</summary>
public sealed class DepartureAnswer
{
    private readonly Accountability _accountability;
    private readonly TrustTerms _terms;
    private readonly long _at;

    private DepartureAnswer(AccessGraph graph, int human, TraversalOptions options, TrustTerms terms)
    {
        (Graph, Human, _terms, _at) = (graph, human, terms, options.At);
        _accountability = new(graph, options.At);
        var rule = new WalkRule(graph, options, options.Certainty);
        var ties = new SortedDictionary<int, DepartureRelation>();
        foreach (AccessEdge edge in graph.Out(human).Concat(graph.EvidenceOut(human)))
        {
            DepartureRelation relation = edge.Kind switch
            {
                EdgeKind.Owns => DepartureRelation.Owns,
                EdgeKind.Created => graph.KindsOf(edge.To) == NodeKinds.Entitlement ? DepartureRelation.Granted : DepartureRelation.Created,
                EdgeKind.ExposedTo when rule.IsActive(edge) => DepartureRelation.ExposedTo,
                EdgeKind.HasAccount => DepartureRelation.Account,
                _ => DepartureRelation.None,
            };
            if (relation != DepartureRelation.None)
            {
                ties[edge.To] = ties.GetValueOrDefault(edge.To) | relation;
            }
        }

        Items = [.. ties.Select(tie => Propose(tie.Key, tie.Value)).OrderBy(item => item.Proposal).ThenBy(item => item.Node)];
    }

    public AccessGraph Graph { get; }

    public int Human { get; }

    /// <summary>The most pressing first, then by key; each thing once.</summary>
    public ImmutableArray<DepartureItem> Items { get; }

    /// <summary>The secrets that the person could know, in key order: what falls with them is the exposure.</summary>
    public IEnumerable<int> Secrets => Items.Where(item => (item.Relations & DepartureRelation.ExposedTo) != 0).Select(item => item.Node).Order();

    public static DepartureAnswer Of(AccessGraph graph, int human, TraversalOptions options, TrustTerms terms) => new(graph, human, options, terms);

    private DepartureItem Propose(int node, DepartureRelation relations)
    {
        NodeFacts facts = Graph.FactsOf(node);
        bool ended = facts.Enabled == false || ((Graph.KindsOf(node) & NodeKinds.Credential) != 0 && Graph.DateOf(node, NodeDate.Expires) <= _at);
        if ((relations & DepartureRelation.Account) != 0)
        {
            return ended ? Item(DepartureAction.Keep, DepartureReason.AlreadyDisabled) : Item(DepartureAction.Disable, DepartureReason.OwnAccount);
        }

        if (ended)
        {
            return Item(DepartureAction.Keep, DepartureReason.NoLongerWorks);
        }

        if ((relations & DepartureRelation.ExposedTo) != 0)
        {
            return Item(DepartureAction.Rotate, DepartureReason.KnowsSecret);
        }

        if (relations == DepartureRelation.Granted)
        {
            return Item(DepartureAction.Keep, DepartureReason.HeldByOthers);
        }

        bool only = IsOnlyToTurnTo(node);
        if (Others(only ? [.. _accountability.OwnersOf(node, OwnershipRole.Escalation)] : OwnersOf(node)) is int other and >= 0)
        {
            return Item(DepartureAction.Keep, DepartureReason.OthersAnswer, other);
        }

        if (only)
        {
            return Item(DepartureAction.Transfer, DepartureReason.NobodyToTurnTo);
        }

        int[] applications = [.. _accountability.ApplicationsOf(node)];
        return applications.Length > 0 && applications.All(_accountability.IsRetired) ? Item(DepartureAction.Disable, DepartureReason.ApplicationRetired, at: applications.Max(application => Graph.DateOf(application, NodeDate.Ended)))
            : Graph.DateOf(node, NodeDate.Used) is { } used && used < _terms.OldestUse(_at) ? Item(DepartureAction.Disable, DepartureReason.NotUsed, at: used)
            : Item(DepartureAction.Transfer, DepartureReason.NobodyElse);

        DepartureItem Item(DepartureAction action, DepartureReason reason, int other = -1, long? at = null) => new(node, relations, action, reason, other, at);
    }

    /// <summary>The person owns it in no other role.</summary>
    private bool IsOnlyToTurnTo(int node)
    {
        AccessEdge[] own = [.. Graph.EvidenceIn(node).Where(edge => edge.Kind == EdgeKind.Owns && edge.From == Human)];
        return own.Length > 0 && own.All(edge => Graph.RoleOf(edge.Id) == OwnershipRole.Escalation);
    }

    /// <summary>A credential that nobody owns is its identities' owners' to answer for.</summary>
    private IReadOnlyList<AccessEdge> OwnersOf(int node) =>
        _accountability.OwnersOf(node) is { Count: > 0 } own ? own
        : [.. Graph.Out(node).Where(edge => edge.Kind == EdgeKind.Authenticates).SelectMany(edge => _accountability.OwnersOf(edge.To))];

    /// <summary>The first owner who answers once the person is gone, or -1.</summary>
    private int Others(IEnumerable<AccessEdge> owners)
    {
        foreach (int owner in owners.Select(edge => edge.From).Distinct().Order())
        {
            bool answers = (Graph.KindsOf(owner) & NodeKinds.Team) != 0
                ? _accountability.MembersOf(owner).Any(member => member != Human && _accountability.IsHere(member))
                : owner != Human && _accountability.IsHere(owner);
            if (answers)
            {
                return owner;
            }
        }

        return -1;
    }
}
