using System.Globalization;
using NhiGraph.Analysis.Answers;
using NhiGraph.Analysis.BlastRadius;
using NhiGraph.Analysis.Tests.Answers;
using NhiGraph.Graph.Model;
using NhiGraph.Graph.Paths;
using NhiGraph.Graph.Reach;
using NhiGraph.Graph.Tests.Paths;

namespace NhiGraph.Analysis.Tests.BlastRadius;

public sealed class RandomBlastRadiusTests
{
    [Fact]
    public void Every_part_equals_the_twin()
    {
        int entities = 0;
        int resources = 0;
        int open = 0;
        foreach (Cases test in Cases.All())
        {
            var naive = new NaiveRadius(test.Records, test.Naive, test.Options, test.Starts);
            using var answer = BlastRadiusAnswer.Of(test.Built, test.Keys, test.Options);
            test.Same(test.Keys.Except(test.Starts), answer.Starts.NotFound, "not found");
            CheckSummary(test, naive, answer.Summary);
            CheckEntities(test, naive, answer);
            CheckResources(test, naive, answer);
            foreach (CapabilityCount count in answer.Capabilities)
            {
                test.Equal(naive.CountResources(node => !NaiveRadius.IsContainer(node), count.Capability), count.Resources, $"{count.Capability}");
            }

            test.Equal(Public(test, naive), answer.PublicResources, "public");
            entities += answer.Entities(NodeKinds.None, 0, 0).Total;
            resources += naive.Resources.Count;
            open += answer.PublicResources.Possible;
        }

        Suite.Ran("blast-radius", Cases.Count, $"{entities} entities, {resources} resources, {open} public");
        Assert.True(entities > Cases.Count && resources > Cases.Count / 2 && open > 0);
    }

    [Fact]
    public void Scopes_and_assumptions_equal_the_twin()
    {
        int assumptions = 0;
        foreach (Cases test in Cases.All())
        {
            var naive = new NaiveRadius(test.Records, test.Naive, test.Options, test.Starts);
            using var answer = BlastRadiusAnswer.Of(test.Built, test.Keys, test.Options);
            test.Same(
                naive.Distances.Keys.Concat(naive.Resources.Keys).Select(key => test.Property(key, PropertyNames.Scope)).OfType<string>().Distinct().Order(StringComparer.Ordinal),
                answer.Scopes,
                "scopes touched");
            IEnumerable<GraphEdge> walked = test.Naive.Walkable(test.Options.Certainty).Where(edge => naive.Distances.ContainsKey(edge.From) && naive.Distances.ContainsKey(edge.To));
            IEnumerable<GraphEdge> collected = test.Naive.Allows().Where(edge => naive.Distances.ContainsKey(edge.From) && naive.Reports(edge.From));
            test.Same(
                walked.Concat(collected).SelectMany(edge => edge.Assumptions).GroupBy(code => code).Select(group => $"{group.Key} {group.Count()}"),
                answer.Assumptions.Select(count => $"{count.Code} {count.Edges}"),
                "assumptions");
            assumptions += answer.Assumptions.Sum(count => count.Edges);
        }

        Suite.Ran("blast-radius-assumptions", Cases.Count, $"{assumptions} edges");
        Assert.True(assumptions > Cases.Count / 4);
    }

    private static void CheckSummary(Cases test, NaiveRadius naive, ReachSummary summary)
    {
        test.Equal(naive.Count(NodeKinds.Identity), summary.Identities, "identities");
        test.Equal(naive.Count(NodeKinds.Credential), summary.Credentials, "credentials");
        test.Equal(naive.Count(NodeKinds.Consumer), summary.Consumers, "consumers");
        test.Equal(naive.Count(NodeKinds.Group), summary.Groups, "groups");
        test.Equal(naive.Count(NodeKinds.Entitlement), summary.Entitlements, "entitlements");
        test.Equal(naive.Count(NodeKinds.Human), summary.Humans, "humans");
        test.Equal(naive.CountResources(NaiveRadius.IsCounted), summary.Resources, "resources");
        test.Equal(naive.CountResources(NaiveRadius.IsSensitive), summary.SensitiveResources, "sensitive");
        test.Equal(naive.CountResources(NaiveRadius.IsContainer, Capability.Administer), summary.Administers, "administers");
        test.Equal(naive.Entities.Select(key => naive.Distances[key]).DefaultIfEmpty(0).Max(), summary.Depth, "depth");
        List<string> reached = [.. naive.Entities, .. naive.Resources.Keys];
        List<string> proved = [.. naive.Entities.Where(key => naive.Certainties[key] == Certainty.Proved), .. naive.Resources.Where(pair => !pair.Value.Proved.IsEmpty).Select(pair => pair.Key)];
        test.Equal(new ReachBounds(Distinct(test, proved, PropertyNames.Scope).Count(), Distinct(test, reached, PropertyNames.Scope).Count()), summary.Scopes, "scopes");
        test.Same(Distinct(test, reached, PropertyNames.Environment), summary.Environments, "environments");
    }

    private static IEnumerable<string> Distinct(Cases test, IEnumerable<string> keys, string property) =>
        keys.Select(key => test.Property(key, property)).OfType<string>().Distinct().Order(StringComparer.Ordinal);

    private static void CheckEntities(Cases test, NaiveRadius naive, BlastRadiusAnswer answer)
    {
        NodeKinds kinds = test.Random.Next(3) switch { 0 => NodeKinds.Identity | NodeKinds.Credential, 1 => NodeKinds.Entitlement, _ => NodeKinds.None };
        List<string> expected =
        [
            .. naive.Entities.Where(key => kinds == NodeKinds.None || (test.KindsOf(key) & kinds) != 0)
                .OrderBy(key => naive.Distances[key]).ThenBy(key => key, StringComparer.Ordinal)
                .Select(key => $"{key} {naive.Distances[key]} {naive.Certainties[key]}"),
        ];
        int skip = test.Random.Next(4);
        int take = test.Random.Next(1, 8);
        Page<ReachedNode> page = answer.Entities(kinds, skip, take);
        test.Equal(expected.Count, page.Total, "entities in all");
        test.Same(expected.Skip(skip).Take(take), page.Items.Select(item => $"{test.KeyOf(item.Node)} {item.Distance} {item.Certainty}"), "entities");
        foreach (ReachedNode item in page.Items)
        {
            AccessPath shortest = answer.PathToEntity(item.Node, PathOrder.Shortest)!;
            AccessPath strongest = answer.PathToEntity(item.Node, PathOrder.Strongest)!;
            test.Equal((item.Node, item.Distance), (shortest.Target, shortest.Length), "shortest path");
            test.Equal((item.Node, item.Certainty), (strongest.Target, strongest.Certainty), "strongest path");
            Assert.Contains(shortest.Start, answer.Starts.Nodes);
        }
    }

    private static void CheckResources(Cases test, NaiveRadius naive, BlastRadiusAnswer answer)
    {
        Sensitivity sensitivity = test.Random.Next(2) == 0 ? Sensitivity.Unknown : Sensitivity.Confidential;
        CapabilitySet capabilities = test.Random.Next(2) == 0 ? default : CapabilitySet.Of(Capability.ReadData);
        string? under = test.Random.Next(2) == 0 ? null : test.Records.Nodes.FirstOrDefault(node => NaiveRadius.IsContainer(node))?.Key;
        var query = new ResourceQuery
        {
            Selection = test.Random.Next(2) == 0 ? ResourceSelection.All : ResourceSelection.Counted,
            MinSensitivity = sensitivity,
            Capabilities = capabilities,
            Under = under is null ? null : test.NodeOf(under),
        };
        List<string> expected =
        [
            .. naive.Resources.Where(pair => query.Selection == ResourceSelection.All || NaiveRadius.IsCounted(naive.Node(pair.Key)))
                .Where(pair => VocabularyText.ParseOrDefault<Sensitivity>(test.Property(pair.Key, PropertyNames.Sensitivity)) >= sensitivity)
                .Where(pair => capabilities.IsEmpty || !pair.Value.Possible.Intersect(capabilities).IsEmpty)
                .Where(pair => under is null || pair.Key == under || test.Naive.Above(pair.Key).Contains(under))
                .OrderBy(pair => pair.Value.Distance).ThenBy(pair => pair.Key, StringComparer.Ordinal)
                .Select(pair => Text(pair.Key, pair.Value.Distance, pair.Value.Certainty, pair.Value.Proved, pair.Value.Possible, naive.Parts(pair.Key))),
        ];
        Page<ReachedResource> page = answer.Resources(query, 0, 100);
        test.Equal(expected.Count, page.Total, "resources in all");
        test.Same(expected, page.Items.Select(item => Text(test.KeyOf(item.Node), item.Distance, item.Certainty, item.Proved, item.Possible, answer.PartsOf(item.Node))), "resources");
        test.Same(expected.Skip(1).Take(2), answer.Resources(query, 1, 2).Items.Select(item => Text(test.KeyOf(item.Node), item.Distance, item.Certainty, item.Proved, item.Possible, answer.PartsOf(item.Node))), "page");
        foreach (ReachedResource item in page.Items)
        {
            test.Equal(item.Distance, answer.PathToResource(item.Node, null, PathOrder.Shortest)!.Length, "shortest path");
            test.Equal(item.Certainty, answer.PathToResource(item.Node, null, PathOrder.Strongest)!.Certainty, "strongest path");
            foreach (Capability capability in item.Possible.Members())
            {
                AccessPath path = answer.PathToResource(item.Node, capability, PathOrder.Strongest)!;
                test.Equal((capability, item.Proved.Contains(capability)), (test.Built.CapabilityOf(path.Steps[^1].From), path.Certainty == Certainty.Proved), "capability's path");
            }
        }
    }

    private static string Text(string key, int distance, Certainty certainty, CapabilitySet proved, CapabilitySet possible, IEnumerable<string> parts) =>
        string.Create(CultureInfo.InvariantCulture, $"{key} {distance} {certainty} {proved.Bits:x} {possible.Bits:x} [{string.Join(',', parts)}]");

    private static ReachBounds Public(Cases test, NaiveRadius own)
    {
        string[] anyone = [.. test.Records.Nodes.Select(node => node.Key).Where(key => key is WellKnownKeys.Anyone or WellKnownKeys.AnyAuthenticated).Except(test.Starts)];
        var naive = new NaiveRadius(test.Records, test.Naive, test.Options, anyone);
        return naive.CountResources(node => NaiveRadius.IsCounted(node) && !own.Resources.ContainsKey(node.Key) && !test.Starts.Contains(node.Key));
    }
}
