using NhiGraph.Graph.Components;
using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;

namespace NhiGraph.Analysis.ToxicCombinations;

/// <summary>Which parts of which rules each entitlement gives by itself, account by account.</summary>
internal sealed class HubMasks
{
    private readonly AccessGraph _graph;
    private readonly ScopeMasks _masks;
    private readonly CoveredResources _covered;
    private readonly List<(TargetPositions On, ulong Bit)>[] _partsOf = [.. Enumerable.Range(0, CapabilitySet.All.Count).Select(_ => new List<(TargetPositions On, ulong Bit)>())];
    private readonly TargetPositions _accounts;
    private readonly Dictionary<int, ulong> _bits = [];

    /// <param name="targets">The resources of each target that the rules name; shared between rounds.</param>
    internal HubMasks(AccessGraph graph, RuleBits rules, ScopeMasks masks, CoveredResources covered, Func<PartTarget, TargetPositions> targets)
    {
        _graph = graph;
        _masks = masks;
        _covered = covered;
        _accounts = targets(ToxicRule.Administrators.Parts[0].On);
        for (int rule = 0; rule < rules.Rules.Length; rule++)
        {
            for (int part = 0; part < rules.Rules[rule].Parts.Length; part++)
            {
                foreach (Capability capability in rules.Rules[rule].Parts[part].Capabilities.Members())
                {
                    _partsOf[(int)capability].Add((targets(rules.Rules[rule].Parts[part].On), 1UL << rules.PartsAt[rule] + part));
                }
            }
        }
    }

    /// <summary>Null where it gives no part of any.</summary>
    internal ScopeMask? Of(int entitlement)
    {
        if (!_graph.HasCapability(entitlement))
        {
            return null;
        }

        Capability capability = _graph.CapabilityOf(entitlement);
        List<(TargetPositions On, ulong Bit)> parts = _partsOf[(int)capability];
        if (parts.Count == 0 && capability != Capability.Administer)
        {
            return null;
        }

        _bits.Clear();
        foreach (PositionRange range in _covered.Of(entitlement))
        {
            foreach ((TargetPositions on, ulong bit) in parts)
            {
                Add(range, on, bit, withoutScope: true);
            }

            if (capability == Capability.Administer)
            {
                Add(range, _accounts, RuleBits.Administers, withoutScope: false);
            }
        }

        return _bits.Count == 0 ? null : _masks.Of(_bits);
    }

    /// <summary>One look an account that the range touches and a part is in, whatever the range covers of it.</summary>
    private void Add(PositionRange range, TargetPositions on, ulong bit, bool withoutScope)
    {
        for (int position = on.FirstIn(range); position >= 0; position = on.FirstIn(range, _graph.ScopeEndAt(position)))
        {
            int scope = _graph.ScopeNumberOf(_graph.ResourceAt(position));
            if (scope > 0 || withoutScope)
            {
                _bits[scope] = _bits.GetValueOrDefault(scope) | bit;
            }
        }
    }
}
