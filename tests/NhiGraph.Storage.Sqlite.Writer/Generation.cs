using System.Collections.Immutable;
using System.Globalization;
using NhiGraph.Graph.Model;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Storage.Sqlite.Writer;

/// <summary>What the n-th run holds: every fact and node carries the run's generation, a few come new, all are chained by edges. A store with two generations holds a part of a run.</summary>
internal static class Generation
{
    internal const int Lasting = 400;
    internal const int NewEach = 3;

    /// <summary>The generation is a property of nodes and the content of facts.</summary>
    internal const string Property = "generation";

    internal static int NodeCount(int generation) => Lasting + (NewEach * generation);

    internal static int EdgeCount(int generation) => NodeCount(generation) - 1;

    internal static string Key(int node) => $"node:{node:d6}";

    /// <summary>The run in some batches.</summary>
    internal static IEnumerable<RunChanges> Batches(int generation)
    {
        string text = generation.ToString(CultureInfo.InvariantCulture);
        foreach (int[] nodes in Enumerable.Range(0, NodeCount(generation)).Chunk(70))
        {
            ImmutableArray<Fact> facts = [.. nodes.Select(node => new Fact(new FactKey("test", "test:1", "nodes", Key(node)), text, $"x.json#/{node}"))];
            ImmutableArray<GraphNode> states = [.. nodes.Select(node => new GraphNode(Key(node), NodeKinds.Identity, $"node {node} of {generation}", GraphNode.NoProperties.Add(Property, text)))];
            yield return new RunChanges
            {
                Facts = facts,
                Nodes = states,
                Assertions = [.. states.Zip(facts, (state, fact) => new Assertion(state, fact.Id, "test:1", 2))],
                Edges = [.. nodes.Where(node => node > 0).Select(node => new DerivedEdge(
                    new GraphEdge(EdgeKind.CanAssume, Key(node - 1), Key(node), Certainty.Proved), "test:1", [[new Support(facts[0].Id, null, $"said in {generation}", null)]]))],
            };
        }
    }
}
