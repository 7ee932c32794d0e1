using NhiGraph.Analysis.OrphanChains;
using NhiGraph.Analysis.Tests.Judgements;
using NhiGraph.Graph.Components;
using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;
using NhiGraph.Graph.Reach;
using NhiGraph.Graph.Tests.Paths;

namespace NhiGraph.Analysis.Tests.OrphanChains;

public sealed class RandomOrphanTests
{
    private static readonly int[] Met = new int[Enum.GetValues<OrphanReason>().Length];

    [Fact]
    public void Chains_equal_a_walk_of_the_records()
    {
        JudgementCases.Run("orphan chains", 500, seed =>
        {
            PathGraph records = JudgementEstate.Make(seed);
            var random = new Random(~seed);
            var options = new TraversalOptions(JudgementEstate.Now)
            {
                Certainty = random.Next(2) == 0 ? Certainty.Inferred : (Certainty)random.Next(4),
                IncludeInactive = random.Next(6) == 0,
                Strict = random.Next(4) == 0,
            };
            Known[] known = [.. Enumerable.Range(0, 3).Select(_ => random.Next(2) == 0 ? Known.All : (Known)random.Next(64))];
            Known KnownOf(string? scope) => known[scope is null ? 2 : scope[^1] - '0'];
            AccessGraph graph = records.Build();

            OrphanChainsAnswer answer = OrphanChainsAnswer.Of(Condensation.Of(graph, options), KnownOf);

            Assert.Equal(new NaiveOrphans(records, options, KnownOf).Find(), answer.Chains.Select(chain => Text(graph, chain)).Order(StringComparer.Ordinal));
            Assert.Equal(answer.Chains.OrderByDescending(chain => chain.Score).ThenByDescending(chain => chain.Sensitive).Select(chain => chain.Score), answer.Chains.Select(chain => chain.Score));
            foreach (OrphanReason reason in answer.Chains.SelectMany(chain => chain.Reasons.Members()))
            {
                Interlocked.Increment(ref Met[(int)reason]);
            }

            return answer.Chains.Length;
        });
        Assert.All(Enum.GetValues<OrphanReason>(), reason => Assert.True(Met[(int)reason] > 5, $"{reason} was met {Met[(int)reason]} times."));
    }

    [Theory]
    [InlineData(0, Capability.List, null, 1)]
    [InlineData(1, Capability.ReadData, Posture.Static, 16)]
    [InlineData(14, Capability.Administer, Posture.Static, 100)]
    [InlineData(3, Capability.GrantAccess, Posture.ShortLived, 12)]
    [InlineData(4, Capability.WriteData, Posture.Expiring, 24)]
    [InlineData(0, Capability.ReadSecret, Posture.Unknown, 6)]
    public void Score_is_reach_times_privilege_times_posture(int sensitive, Capability capability, Posture? posture, int score) =>
        Assert.Equal(score, OrphanSeverity.Score(sensitive, CapabilitySet.Of(capability), posture));

    private static string Text(AccessGraph graph, OrphanChain chain) =>
        $"{Key(graph, chain.Consumer)} {Key(graph, chain.Credential)} {Key(graph, chain.Identity)} | {string.Join(' ', chain.Reasons.Members())} | {string.Join(' ', chain.Undecided.Members())} | {chain.Sensitive} {chain.Score}";

    private static string Key(AccessGraph graph, int node) => node < 0 ? "" : graph.KeyOf(node);
}
