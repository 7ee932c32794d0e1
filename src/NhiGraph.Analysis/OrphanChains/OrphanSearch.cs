using NhiGraph.Analysis.Answers;
using NhiGraph.Graph.Components;
using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;
using NhiGraph.Graph.Paths;

namespace NhiGraph.Analysis.OrphanChains;

/// <summary>Judges every chain of every identity that is not a person's, the provider's own, or only named by somebody. What the identities reach is looked up, never searched for.</summary>
internal sealed class OrphanSearch(AccessGraph graph, Condensation condensation, Func<string?, Known> knownOf)
{
    private readonly long _at = condensation.Options.At;
    private readonly WalkRule _rule = new(graph, condensation.Options, condensation.Options.Certainty);
    private readonly Accountability _accountability = new(graph, condensation.Options.At);
    private readonly ReachOfAll _reach = ReachOfAll.Of(condensation);
    private readonly Dictionary<int, Known> _known = [];
    private readonly List<OrphanChain> _found = [];

    internal List<OrphanChain> Find()
    {
        var asked = new NonHumanIdentities(graph, _rule);
        for (int node = 0; node < graph.NodeCount; node++)
        {
            if (asked.Counts(node))
            {
                Judge(node);
            }
        }

        return _found;
    }

    private void Judge(int identity)
    {
        Known known = KnownOf(identity);
        (OrphanReasons reasons, OrphanReasons undecided, bool answered) = _accountability.Judge(identity, known);
        bool disabled = graph.FactsOf(identity).Enabled == false;
        if (_accountability.ApplicationsOf(identity).ToList() is { Count: > 0 } applications && applications.TrueForAll(_accountability.IsRetired))
        {
            reasons = reasons.With(OrphanReason.ApplicationRetired);
        }

        if (!_reach.ReachesResources(identity))
        {
            (reasons, undecided) = Decide(OrphanReason.NoResource, (known & Known.Grants) != 0, reasons, undecided);
        }

        bool any = false;
        bool takenOn = false;
        int last = -1;
        foreach (AccessEdge edge in graph.In(identity))
        {
            bool dangles = edge.Kind == EdgeKind.CanAssume && graph.FactsOf(edge.From).Unlisted && graph.ValidityOf(edge.Id).Disabled;
            if (dangles && !disabled)
            {
                Add(edge.From, -1, identity, reasons.With(OrphanReason.DanglingTrust), undecided, answered, known);
            }

            bool walks = _rule.Walks(edge, out _);
            takenOn |= walks && edge.From != identity;
            if (edge.Kind == EdgeKind.Authenticates && edge.From != last && (disabled ? Works(edge.From) : walks))
            {
                last = edge.From;
                any = true;
                AddCredential(edge.From, identity, disabled ? reasons.With(OrphanReason.CredentialOfDisabledIdentity) : reasons, undecided, answered, known);
            }
            else if (edge.Kind == EdgeKind.CanAssume && walks && !disabled && edge.From != last && IsSeenConsumer(edge.From))
            {
                last = edge.From;
                any = true;
                Add(edge.From, -1, identity, reasons, undecided, answered, known);
            }
        }

        if (any || disabled)
        {
            return;
        }

        if (!takenOn)
        {
            (reasons, undecided) = Decide(OrphanReason.NoCredential, (known & Known.Credentials) != 0, reasons, undecided);
            (reasons, undecided) = Decide(OrphanReason.NoConsumer, (known & Known.Consumers) != 0, reasons, undecided);
        }

        Add(-1, -1, identity, reasons, undecided, answered, known);
    }

    private void AddCredential(int credential, int identity, OrphanReasons reasons, OrphanReasons undecided, bool answered, Known known)
    {
        bool used = false;
        int last = -1;
        foreach (AccessEdge edge in graph.In(credential))
        {
            if (edge.Kind == EdgeKind.Uses && edge.From != last && _rule.Walks(edge, out _) && IsSeenConsumer(edge.From))
            {
                last = edge.From;
                used = true;
                Add(edge.From, credential, identity, reasons, undecided, answered, known);
            }
        }

        if (!used)
        {
            (reasons, undecided) = Decide(OrphanReason.NoConsumer, (known & Known.Consumers) != 0, reasons, undecided);
            Add(-1, credential, identity, reasons, undecided, answered, known);
        }
    }

    private void Add(int consumer, int credential, int identity, OrphanReasons reasons, OrphanReasons undecided, bool answered, Known known)
    {
        bool ownerless = reasons.Contains(OrphanReason.NoOwner) || reasons.Contains(OrphanReason.OwnerDeparted) || reasons.Contains(OrphanReason.TeamEmpty);
        bool made = _accountability.HasCreator(identity) || (credential >= 0 && _accountability.HasCreator(credential));
        if ((ownerless && (IsMadeByLeaver(identity) || (credential >= 0 && IsMadeByLeaver(credential)))) || (credential >= 0 && IsKnownToLeaver(credential)))
        {
            reasons = reasons.With(OrphanReason.CreatorDeparted);
        }
        else if (ownerless && !made && (known & Known.Creators) != 0)
        {
            reasons = reasons.With(OrphanReason.CreatorUnknown);
        }

        if (reasons.IsEmpty && undecided.IsEmpty)
        {
            return;
        }

        int sensitive = _reach.SensitiveOf(identity);
        Posture? posture = credential < 0 ? null : graph.FactsOf(credential).Posture;
        _found.Add(new(consumer, credential, identity, reasons, undecided, sensitive, OrphanSeverity.Score(sensitive, _reach.CapabilitiesOf(identity), posture)));
    }

    private bool IsMadeByLeaver(int node)
    {
        foreach (AccessEdge edge in graph.EvidenceIn(node))
        {
            if (edge.Kind == EdgeKind.Created && (graph.KindsOf(edge.From) & NodeKinds.Human) != 0 && _accountability.IsDeparted(edge.From))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A static secret that is older than the departure of somebody who knows it.</summary>
    private bool IsKnownToLeaver(int credential)
    {
        foreach (AccessEdge edge in graph.In(credential))
        {
            if (edge.Kind == EdgeKind.ExposedTo && _accountability.IsDeparted(edge.From) && _rule.IsActive(edge))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsSeenConsumer(int node) => (graph.KindsOf(node) & NodeKinds.Consumer) != 0 && !graph.FactsOf(node).Potential;

    /// <summary>By the credential's own facts, whatever its identity.</summary>
    private bool Works(int credential) => graph.FactsOf(credential).Enabled != false && !(graph.DateOf(credential, NodeDate.Expires) <= _at);

    private Known KnownOf(int identity)
    {
        int scope = graph.ScopeNumberOf(identity);
        if (!_known.TryGetValue(scope, out Known known))
        {
            _known.Add(scope, known = knownOf(graph.ScopeNamed(scope)));
        }

        return known;
    }

    private static (OrphanReasons Reasons, OrphanReasons Undecided) Decide(OrphanReason reason, bool known, OrphanReasons reasons, OrphanReasons undecided) =>
        known ? (reasons.With(reason), undecided) : (reasons, undecided.With(reason));
}
