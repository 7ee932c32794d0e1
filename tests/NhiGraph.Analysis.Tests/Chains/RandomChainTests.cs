using NhiGraph.Analysis.Answers;
using NhiGraph.Analysis.BlastRadius;
using NhiGraph.Analysis.Chains;
using NhiGraph.Analysis.Tests.Answers;
using NhiGraph.Graph.Model;
using NhiGraph.Graph.Tests.Paths;

namespace NhiGraph.Analysis.Tests.Chains;

public sealed class RandomChainTests
{
    private sealed record NaiveChain(string? Consumer, string? Credential, string Identity, Certainty Certainty);

    [Fact]
    public void Chains_through_any_node_equal_the_twin()
    {
        int found = 0;
        int lacking = 0;
        foreach (Cases test in Cases.All())
        {
            string through = test.Records.Nodes[test.Random.Next(test.Records.Nodes.Count)].Key;
            ChainsAnswer answer = ChainsAnswer.Of(test.Built, through, test.Options)!;
            List<NaiveChain> expected = Through(test, through);
            Page<Chain> page = answer.Page(0, 1_000);
            test.Same(expected.Select(chain => chain.ToString()), page.Items.Select(chain => Named(test, chain).ToString()), $"chains through {through}");
            test.Equal(expected.Count, answer.Count, "count");
            test.Same(expected.Skip(1).Take(2).Select(chain => chain.ToString()), answer.Page(1, 2).Items.Select(chain => Named(test, chain).ToString()), "page");
            foreach (Chain chain in page.Items.Take(8))
            {
                CheckMissing(test, chain);
            }

            found += expected.Count;
            lacking += expected.Count(chain => chain.Consumer is null || chain.Credential is null);
        }

        Suite.Ran("chains", Cases.Count, $"{found} chains, {lacking} lack a link");
        Assert.True(found > Cases.Count / 2 && lacking > Cases.Count / 10);
    }

    [Fact]
    public void Of_KeyWithoutNode_IsNull()
    {
        Cases test = Cases.All().First();
        Assert.Null(ChainsAnswer.Of(test.Built, "not there", test.Options));
    }

    private static void CheckMissing(Cases test, Chain chain)
    {
        var naive = new NaiveRadius(test.Records, test.Naive, test.Options, [test.KeyOf(chain.Identity)]);
        bool reaches = naive.Resources.Any(pair => !NaiveRadius.IsContainer(naive.Node(pair.Key)) || pair.Value.Possible.Contains(Capability.Administer));
        using var reached = BlastRadiusAnswer.Of(test.Built, [chain.Identity], test.Options);
        test.Equal(reaches, reached.ReachesResources, "resources of the chain");
        List<ChainLink> missing = [];
        missing.AddRange(chain.Consumer < 0 ? [ChainLink.Consumer] : []);
        missing.AddRange(chain.Credential < 0 ? [ChainLink.Credential] : []);
        missing.AddRange(reaches ? [] : [ChainLink.Resources]);
        Assert.Equal(missing, chain.Missing(reaches));
    }

    private static List<NaiveChain> Through(Cases test, string through)
    {
        NodeKinds kinds = test.KindsOf(through);
        List<NaiveChain> every = [.. test.Records.Nodes.Where(node => (node.Kinds & NodeKinds.Identity) != 0).SelectMany(node => OfIdentity(test, node.Key))];
        IEnumerable<NaiveChain> chains = [];
        if ((kinds & NodeKinds.Consumer) != 0)
        {
            chains = chains.Concat(every.Where(chain => chain.Consumer == through && chain.Credential is not null).OrderBy(chain => chain.Credential, StringComparer.Ordinal).ThenBy(chain => chain.Identity, StringComparer.Ordinal));
            chains = chains.Concat(every.Where(chain => chain.Consumer == through && chain.Credential is null).OrderBy(chain => chain.Identity, StringComparer.Ordinal));
        }

        if ((kinds & NodeKinds.Credential) != 0)
        {
            chains = chains.Concat(every.Where(chain => chain.Credential == through).OrderBy(chain => chain.Identity, StringComparer.Ordinal).ThenBy(chain => chain.Consumer, StringComparer.Ordinal));
        }

        if ((kinds & NodeKinds.Human) != 0)
        {
            chains = chains.Concat(Best(test, EdgeKind.HasAccount).Keys.Where(edge => edge.From == through).Select(edge => edge.To).Order(StringComparer.Ordinal).SelectMany(identity => OfIdentity(test, identity)));
        }

        if ((kinds & NodeKinds.Identity) != 0)
        {
            chains = chains.Concat(OfIdentity(test, through));
        }

        if ((kinds & (NodeKinds.Identity | NodeKinds.Group | NodeKinds.Entitlement | NodeKinds.Resource)) != 0)
        {
            chains = chains.Concat(test.Naive.DistancesTo([through], test.Options.Certainty).Where(pair => (test.KindsOf(pair.Key) & NodeKinds.Identity) != 0)
                .OrderBy(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).SelectMany(pair => OfIdentity(test, pair.Key)));
        }

        return [.. chains.Distinct()];
    }

    /// <summary>By credential and consumer, then consumers without a credential; where there is neither, and nothing else leads to it, one that lacks both.</summary>
    private static List<NaiveChain> OfIdentity(Cases test, string identity)
    {
        var uses = Best(test, EdgeKind.Uses);
        List<NaiveChain> chains = [];
        foreach (((string credential, _), Certainty certainty) in Best(test, EdgeKind.Authenticates).Where(pair => pair.Key.To == identity).OrderBy(pair => pair.Key.From, StringComparer.Ordinal))
        {
            List<NaiveChain> used = [.. uses.Where(pair => pair.Key.To == credential).OrderBy(pair => pair.Key.From, StringComparer.Ordinal).Select(pair => new NaiveChain(pair.Key.From, credential, identity, Min(certainty, pair.Value)))];
            chains.AddRange(used.Count > 0 ? used : [new(null, credential, identity, certainty)]);
        }

        chains.AddRange(Best(test, EdgeKind.CanAssume).Where(pair => pair.Key.To == identity && (test.KindsOf(pair.Key.From) & NodeKinds.Consumer) != 0)
            .OrderBy(pair => pair.Key.From, StringComparer.Ordinal).Select(pair => new NaiveChain(pair.Key.From, null, identity, pair.Value)));
        bool isTakenOn = test.Naive.Walkable(test.Options.Certainty).Any(edge => edge.To == identity && edge.From != identity);
        return chains.Count > 0 || isTakenOn ? chains : [new(null, null, identity, Certainty.Proved)];
    }

    private static Dictionary<(string From, string To), Certainty> Best(Cases test, EdgeKind kind) => test.Naive.Walkable(test.Options.Certainty).Where(edge => edge.Kind == kind)
        .GroupBy(edge => (edge.From, edge.To)).ToDictionary(group => group.Key, group => group.Max(test.Naive.Demoted));

    private static NaiveChain Named(Cases test, Chain chain) =>
        new(chain.Consumer < 0 ? null : test.KeyOf(chain.Consumer), chain.Credential < 0 ? null : test.KeyOf(chain.Credential), test.KeyOf(chain.Identity), chain.Certainty);

    private static Certainty Min(Certainty left, Certainty right) => left < right ? left : right;
}
