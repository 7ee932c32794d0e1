using NhiGraph.Analysis.Answers;
using NhiGraph.Analysis.OrphanChains;
using NhiGraph.Graph.Components;
using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;
using NhiGraph.Graph.Paths;

namespace NhiGraph.Analysis.Kpis;

/// <summary>What key figures need to know of every identity and credential, so that they can be had for any part of the estate. Nothing is searched for: O(edges).</summary>
public sealed class KpiAnswer
{
    private readonly AccessGraph _graph;
    private readonly WalkRule _rule;
    private readonly Accountability _accountability;
    private readonly ReachOfAll _reach;
    private readonly Func<string?, Known> _knownOf;
    private readonly List<KpiRow> _identities = [];
    private readonly Dictionary<int, KpiRow> _credentials = [];

    private KpiAnswer(Condensation condensation, Func<string?, Known> knownOf)
    {
        _graph = condensation.Graph;
        _rule = new(_graph, condensation.Options, condensation.Options.Certainty);
        _accountability = new(_graph, condensation.Options.At);
        _reach = ReachOfAll.Of(condensation);
        var cache = new Dictionary<int, Known>();
        _knownOf = knownOf;
        var counted = new NonHumanIdentities(_graph, _rule);
        for (int node = 0; node < _graph.NodeCount; node++)
        {
            if (counted.Counts(node) && _graph.FactsOf(node).Enabled != false)
            {
                Add(node, KnownOf(node, cache), cache);
            }
        }
    }

    public AccessGraph Graph => _graph;

    public static KpiAnswer Of(Condensation condensation, Func<string?, Known> knownOf) => new(condensation, knownOf);

    /// <summary>The figures of the identities that are within; a credential counts with the first of its identities.</summary>
    public KpiFigures Figures(Func<int, bool> within)
    {
        KpiRow[] identities = [.. _identities.Where(row => within(row.Identity))];
        KpiRow[] credentials = [.. _credentials.Values.Where(row => within(row.Identity))];
        return new(
            Ratio(identities, KpiFlags.Business | KpiFlags.Technical | KpiFlags.Escalation, KpiFlags.MayBusiness | KpiFlags.MayTechnical | KpiFlags.MayEscalation),
            Ratio(identities, KpiFlags.Business, KpiFlags.MayBusiness),
            Ratio(identities, KpiFlags.Technical, KpiFlags.MayTechnical),
            Ratio(identities, KpiFlags.Escalation, KpiFlags.MayEscalation),
            Ratio(identities, KpiFlags.Chain, KpiFlags.MayChain),
            Ratio(credentials, KpiFlags.Used, KpiFlags.MayUsed),
            Ratio(credentials, KpiFlags.ShortLived, KpiFlags.NoPosture),
            Ratio(credentials, KpiFlags.Static, KpiFlags.NoPosture));
    }

    /// <summary>Covered: every part is. Unknown: some part is not, and each such part may be for all that was read.</summary>
    private static KpiRatio Ratio(KpiRow[] rows, KpiFlags parts, KpiFlags may)
    {
        int covered = rows.Count(row => (row.Flags & parts) == parts);
        int unknown = rows.Count(row => (row.Flags & parts) != parts && ((row.Flags & parts) | May(row.Flags & may)) == parts);
        return new(covered, rows.Length, unknown);

        // The bit of "may" stands next to the bit of its part; without a posture it may be either.
        KpiFlags May(KpiFlags flags) => (flags & KpiFlags.NoPosture) != 0 ? parts : (KpiFlags)((ushort)flags >> 1);
    }

    private void Add(int identity, Known known, Dictionary<int, Known> cache)
    {
        KpiFlags flags = Owners(identity, OwnershipRole.Business, KpiFlags.Business, known) | Owners(identity, OwnershipRole.Technical, KpiFlags.Technical, known)
            | Owners(identity, OwnershipRole.Escalation, KpiFlags.Escalation, known);
        bool used = false;
        foreach (AccessEdge edge in _graph.In(identity))
        {
            if (edge.Kind == EdgeKind.Authenticates && _rule.Walks(edge, out _))
            {
                KpiRow row = _credentials.TryGetValue(edge.From, out KpiRow before) ? before : Credential(edge.From, identity, KnownOf(edge.From, cache));
                _credentials[edge.From] = row;
                used |= (row.Flags & KpiFlags.Used) != 0;
            }
        }

        const Known Links = Known.Consumers | Known.Credentials | Known.Grants;
        flags |= used && _reach.ReachesResources(identity) ? KpiFlags.Chain : (known & Links) != Links ? KpiFlags.MayChain : KpiFlags.None;
        _identities.Add(new(identity, flags));
    }

    private KpiRow Credential(int credential, int identity, Known known)
    {
        bool used = false;
        foreach (AccessEdge edge in _graph.In(credential))
        {
            used |= edge.Kind == EdgeKind.Uses && !_graph.FactsOf(edge.From).Potential && _rule.Walks(edge, out _);
        }

        KpiFlags posture = _graph.FactsOf(credential).Posture switch
        {
            Posture.Federated or Posture.ShortLived => KpiFlags.ShortLived,
            Posture.Static => KpiFlags.Static,
            Posture.Unknown => KpiFlags.NoPosture,
            _ => KpiFlags.None,
        };
        return new(identity, posture | (used ? KpiFlags.Used : (known & Known.Consumers) == 0 ? KpiFlags.MayUsed : KpiFlags.None));
    }

    /// <param name="part">Its bit; the next is that of "may".</param>
    private KpiFlags Owners(int identity, OwnershipRole role, KpiFlags part, Known known)
    {
        IReadOnlyList<AccessEdge> owners = _accountability.OwnersOf(identity, role);
        bool may = owners.Count == 0
            ? (known & Known.Owners) == 0 || (role != OwnershipRole.Escalation && _graph.FactsOf(identity).NamesOwner)
            : owners.Any(edge => !_accountability.IsKnownGone(edge.From, known));
        return owners.Any(edge => _accountability.AnswersHere(edge.From)) ? part : may ? (KpiFlags)((ushort)part << 1) : KpiFlags.None;
    }

    private Known KnownOf(int node, Dictionary<int, Known> cache)
    {
        int scope = _graph.ScopeNumberOf(node);
        if (!cache.TryGetValue(scope, out Known known))
        {
            cache.Add(scope, known = _knownOf(_graph.ScopeNamed(scope)));
        }

        return known;
    }
}
