using System.Text;
using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Runs;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Loaders.Tests.Aws.Derive;

/// <summary>What a derivation made, as lines to read and compare: merged nodes, edges with certainty and conditions, terms, problems.</summary>
internal static class GraphText
{
    internal static string Of(params IEnumerable<DerivedScope> scopes)
    {
        DerivedScope[] all = [.. scopes];
        var text = new StringBuilder();
        foreach (GraphNode node in all.SelectMany(scope => scope.Assertions).GroupBy(a => a.Node.Key).Select(NodeMerge.Merge).OrderBy(node => node.Key, StringComparer.Ordinal))
        {
            text.Append($"{node.Kinds} {node.Key} '{node.Name}'");
            foreach ((string name, string value) in node.Properties)
            {
                text.Append($" {name}={value}");
            }

            text.Append('\n');
        }

        foreach (DerivedEdge edge in all.SelectMany(scope => scope.Edges).GroupBy(edge => edge.Edge.Key).Select(EdgeMerge.Merge).OrderBy(edge => edge.Edge.Key))
        {
            text.Append(Line(edge.Edge)).Append('\n');
            foreach (IReadOnlyList<Support> alternative in edge.Alternatives)
            {
                text.Append("    by ").AppendJoin(" and ", alternative.Select(support => support.Statement)).Append('\n');
            }
        }

        foreach (JoinTerm term in all.SelectMany(scope => scope.Terms))
        {
            text.Append($"{term.Scope} {term.Side} {term.JoinKey}\n");
        }

        foreach (var problem in all.SelectMany(scope => scope.Problems))
        {
            text.Append($"{problem.Code} {problem.Statement}\n");
        }

        return text.ToString();
    }

    internal static string Line(GraphEdge edge) =>
        $"{edge.From} -{edge.Kind.Text()}{(edge.Technique is null ? "" : " " + edge.Technique)}{(edge.On is null ? "" : $" {edge.On}")}-> {edge.To} {edge.Certainty.Text()}"
        + (edge.Validity.IsAlways ? "" : " inactive") + (edge.Conditions.IsEmpty ? "" : " if " + string.Join(" and ", edge.Conditions.Select(condition => condition.Statement)));
}
