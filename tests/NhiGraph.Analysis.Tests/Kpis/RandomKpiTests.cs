using NhiGraph.Analysis.Kpis;
using NhiGraph.Analysis.OrphanChains;
using NhiGraph.Analysis.Tests.Judgements;
using NhiGraph.Graph.Components;
using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Reach;
using NhiGraph.Graph.Tests.Paths;

namespace NhiGraph.Analysis.Tests.Kpis;

public sealed class RandomKpiTests
{
    [Fact]
    public void Figures_equal_a_count_of_the_records() => JudgementCases.Run("key figures", 500, seed =>
    {
        PathGraph records = JudgementEstate.Make(seed);
        var random = new Random(~seed);
        var options = new TraversalOptions(JudgementEstate.Now);
        Known[] known = [.. Enumerable.Range(0, 3).Select(_ => random.Next(2) == 0 ? Known.All : (Known)random.Next(128))];
        Known KnownOf(string? scope) => known[scope is null ? 2 : scope[^1] - '0'];
        AccessGraph graph = records.Build();
        var naive = new NaiveKpis(records, options, KnownOf);
        KpiAnswer answer = KpiAnswer.Of(Condensation.Of(graph, options), KnownOf);

        KpiFigures all = answer.Figures(_ => true);

        Assert.Equal(naive.Figures(_ => true), all);
        Assert.Equal(naive.Figures(key => key[^1] % 2 == 0), answer.Figures(node => graph.KeyOf(node)[^1] % 2 == 0));
        return all.Owners.Of + all.Posture.Of;
    });

    [Fact]
    public void Nothing_to_cover_is_no_share() => Assert.Null(new KpiRatio(0, 0, 0).Share);
}
