using System.Collections.Concurrent;
using NhiGraph.Analysis.ChainOfTrust;
using NhiGraph.Analysis.Departure;
using NhiGraph.Analysis.Tests.Judgements;
using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;
using NhiGraph.Graph.Reach;
using NhiGraph.Graph.Tests.Paths;

namespace NhiGraph.Analysis.Tests.Departure;

public sealed class RandomDepartureTests
{
    [Fact]
    public void Proposals_equal_a_walk_of_the_records()
    {
        var met = new ConcurrentDictionary<DepartureReason, int>();
        JudgementCases.Run("departures", 1_000, seed =>
        {
            PathGraph records = JudgementEstate.Make(seed);
            AccessGraph graph = records.Build();
            var options = new TraversalOptions(JudgementEstate.Now);
            int items = 0;
            foreach (GraphNode human in records.Nodes.Where(node => node.Kinds == NodeKinds.Human))
            {
                Assert.True(graph.TryFind(human.Key, out int node));
                DepartureAnswer answer = DepartureAnswer.Of(graph, node, options, new TrustTerms());
                Assert.Equal(new NaiveDeparture(records, human.Key, options.At).Items(), answer.Items.Select(item => $"{graph.KeyOf(item.Node)} {item.Relations} {item.Proposal} {item.Reason} {(item.Other < 0 ? "" : graph.KeyOf(item.Other))} {item.At}").Order(StringComparer.Ordinal));
                Assert.Equal(answer.Items.OrderBy(item => item.Proposal).ThenBy(item => item.Node), answer.Items);
                items += answer.Items.Length;
                foreach (DepartureItem item in answer.Items)
                {
                    met.AddOrUpdate(item.Reason, 1, (_, count) => count + 1);
                }
            }

            return items;
        });
        Assert.All(Enum.GetValues<DepartureReason>(), reason => Assert.True(met.GetValueOrDefault(reason) > 3, $"{reason} was met {met.GetValueOrDefault(reason)} times."));
    }
}
