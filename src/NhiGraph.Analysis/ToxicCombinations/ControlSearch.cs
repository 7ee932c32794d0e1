using NhiGraph.Graph.Components;
using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;

namespace NhiGraph.Analysis.ToxicCombinations;

/// <summary>
/// Finds the smallest actors that can do all parts of a rule. Whoever can become each other is one actor. From what is controlled to what controls it, each actor is
/// given the parts of all it reaches; the first that has all of a rule's parts (in one account, where the rule says so) is reported, and nobody who controls it.
/// </summary>
/// <remarks>O(V + E) for each round of rules, times the accounts that differ along the way. Groups and entitlements pass parts on and are no actors, nor are a provider's services, which stand for whatever runs in them.</remarks>
internal static class ControlSearch
{
    internal static IEnumerable<ToxicFinding> Find(Condensation condensation, IReadOnlyList<ToxicRule> rules, Func<ResourceTag, IReadOnlyCollection<int>> tagged)
    {
        AccessGraph graph = condensation.Graph;
        var covered = new CoveredResources(graph, condensation.Options);
        var positions = new Dictionary<PartTarget, TargetPositions>();
        bool first = true;
        foreach (RuleBits round in RuleBits.Rounds(rules))
        {
            var masks = new ScopeMasks(round);
            foreach (ToxicFinding finding in Find(condensation, round, masks, new HubMasks(graph, round, masks, covered, Positions), first))
            {
                yield return finding;
            }

            first = false;
        }

        TargetPositions Positions(PartTarget target)
        {
            if (!positions.TryGetValue(target, out TargetPositions? found))
            {
                positions.Add(target, found = new TargetPositions(graph, target, target.Tag is { } tag ? tagged(tag) : []));
            }

            return found;
        }
    }

    private static List<ToxicFinding> Find(Condensation condensation, RuleBits rules, ScopeMasks masks, HubMasks hubs, bool withAdministrators)
    {
        var findings = new List<ToxicFinding>();
        var reports = new SortedDictionary<int, List<int>>();
        var has = new ScopeMask?[condensation.Count];
        var reached = new List<ScopeMask>();
        for (int component = 0; component < has.Length; component++)
        {
            reached.Clear();
            bool acts = false;
            foreach (int member in condensation.MembersOf(component))
            {
                acts |= IsActor(condensation.Graph, member);
                Add(reached, hubs.Of(member), component);
            }

            foreach (int successor in condensation.SuccessorsOf(component))
            {
                Add(reached, has[successor], component);
            }

            ScopeMask? mask = masks.Union(reached);
            if (mask is null || !acts || mask.Settled)
            {
                has[component] = mask;
                continue;
            }

            reports.Clear();
            has[component] = masks.Settle(mask, (rule, scope) => (reports.TryGetValue(rule, out List<int>? scopes) ? scopes : reports[rule] = []).Add(scope));
            foreach ((int rule, List<int> scopes) in reports.Where(report => report.Key >= 0 || withAdministrators))
            {
                findings.Add(new(rule < 0 ? ToxicRule.Administrators : rules.Rules[rule], component, [.. scopes.Where(scope => scope != ScopeMask.Anywhere)]));
            }
        }

        return findings;
    }

    internal static bool IsActor(AccessGraph graph, int node)
    {
        NodeKinds kinds = graph.KindsOf(node);
        return (kinds & (NodeKinds.Human | NodeKinds.Credential | NodeKinds.Identity)) != 0
            || ((kinds & NodeKinds.Consumer) != 0 && graph.FactsOf(node).ConsumerType != ConsumerType.CloudService);
    }

    private static void Add(List<ScopeMask> masks, ScopeMask? mask, int component)
    {
        if (mask is not null && mask.GatheredBy != component)
        {
            mask.GatheredBy = component;
            masks.Add(mask);
        }
    }
}
