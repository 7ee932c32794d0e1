using System.Collections.Immutable;
using NhiGraph.Graph.Model;

namespace NhiGraph.Storage.Facts;

/// <summary>Makes one node of all that is asserted of it. Pure; the order of the assertions does not matter.</summary>
public static class NodeMerge
{
    /// <summary>
    /// Kinds are united as far as one node may have them (<see cref="Vocabulary.MayShareNode"/>), in the same order. Name and each property come from the heaviest assertion that has one; between equals, from the least
    /// (source, scope, dataset, key, owner) ordinally, so that the same facts always make the same node.
    /// </summary>
    /// <exception cref="ArgumentException">There is no assertion, or they are not of one node.</exception>
    public static GraphNode Merge(IEnumerable<Assertion> assertions)
    {
        Assertion[] ordered = [.. assertions.OrderByDescending(a => a.Weight).ThenBy(a => a.Fact.Source, StringComparer.Ordinal).ThenBy(a => a.Fact.Scope, StringComparer.Ordinal)
            .ThenBy(a => a.Fact.Dataset, StringComparer.Ordinal).ThenBy(a => a.Fact.Key, StringComparer.Ordinal).ThenBy(a => a.Owner, StringComparer.Ordinal)];
        if (ordered.Length == 0 || ordered.Any(a => a.Node.Key != ordered[0].Node.Key))
        {
            throw new ArgumentException("A node is merged from at least one assertion, all of the same key.", nameof(assertions));
        }

        if (ordered.Length == 1)
        {
            return ordered[0].Node;
        }

        NodeKinds kinds = NodeKinds.None;
        ImmutableSortedDictionary<string, string>.Builder properties = GraphNode.NoProperties.ToBuilder();
        foreach (Assertion assertion in ordered)
        {
            kinds = kinds == NodeKinds.None || Vocabulary.MayShareNode(kinds | assertion.Node.Kinds) ? kinds | assertion.Node.Kinds : kinds;
            foreach ((string name, string value) in assertion.Node.Properties)
            {
                properties.TryAdd(name, value);
            }
        }

        return new GraphNode(ordered[0].Node.Key, kinds, ordered[0].Node.Name, properties.ToImmutable());
    }
}
