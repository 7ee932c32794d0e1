using NhiGraph.Analysis.Tests.Judgements;
using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;
using NhiGraph.Graph.Tests.Paths;

namespace NhiGraph.Scenarios.Engines;

/// <summary>Small random estates with accounts, owners and leavers, side by side in one store, each with keys of its own.</summary>
internal sealed class JudgementGraphs
{
    internal JudgementGraphs(int first, int count)
    {
        for (int seed = first; seed < first + count; seed++)
        {
            PathGraph records = JudgementEstate.Make(seed);
            Nodes.AddRange(records.Nodes.Select(node => node with { Key = $"{seed}|{node.Key}" }));
            Edges.AddRange(records.Edges.Values.Select(edge => edge with { From = $"{seed}|{edge.From}", To = $"{seed}|{edge.To}" }));
        }
    }

    internal List<GraphNode> Nodes { get; } = [];

    internal List<GraphEdge> Edges { get; } = [];

    internal AccessGraph Build()
    {
        var builder = new AccessGraphBuilder();
        Nodes.ForEach(builder.Add);
        Edges.ForEach(builder.Add);
        return builder.Build("1");
    }
}
