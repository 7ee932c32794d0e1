using System.Text;
using NhiGraph.Graph.Model;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Storage.Runs;

/// <summary>Lone surrogates have no UTF-8: a store that kept them would give back another text than it was given.</summary>
public static class WellFormedText
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <exception cref="ArgumentException">A text of the batch is not well-formed Unicode.</exception>
    public static void Demand(RunChanges changes)
    {
        foreach (Fact fact in changes.Facts)
        {
            Demand(fact.Id);
            Demand(fact.Content);
            Demand(fact.Locator);
        }

        foreach (Assertion assertion in changes.Assertions)
        {
            Demand(assertion.Node);
            Demand(assertion.Fact);
            Demand(assertion.Owner);
        }

        foreach (GraphNode node in changes.Nodes)
        {
            Demand(node);
        }

        foreach (DerivedEdge edge in changes.Edges)
        {
            Demand(edge.Edge.From);
            Demand(edge.Edge.To);
            Demand(edge.Owner);
        }
    }

    /// <exception cref="ArgumentException">The text is not well-formed Unicode.</exception>
    public static void Demand(string text)
    {
        try
        {
            Strict.GetByteCount(text);
        }
        catch (EncoderFallbackException lone)
        {
            throw new ArgumentException("A text to store is not well-formed Unicode: it has a surrogate without its pair.", nameof(text), lone);
        }
    }

    private static void Demand(FactKey key)
    {
        Demand(key.Source);
        Demand(key.Scope);
        Demand(key.Dataset);
        Demand(key.Key);
    }

    private static void Demand(GraphNode node)
    {
        Demand(node.Key);
        Demand(node.Name);
        foreach ((string name, string value) in node.Properties)
        {
            Demand(name);
            Demand(value);
        }
    }
}
