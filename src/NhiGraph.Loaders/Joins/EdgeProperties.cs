using System.Collections.Immutable;
using NhiGraph.Graph.Model;

namespace NhiGraph.Loaders.Joins;

/// <summary>Properties of an edge, without those that nobody told.</summary>
internal static class EdgeProperties
{
    internal static ImmutableSortedDictionary<string, string> Of(params ReadOnlySpan<(string Name, string? Value)> properties)
    {
        ImmutableSortedDictionary<string, string>.Builder told = GraphNode.NoProperties.ToBuilder();
        foreach ((string name, string? value) in properties)
        {
            if (value is not null)
            {
                told[name] = value;
            }
        }

        return told.ToImmutable();
    }
}
