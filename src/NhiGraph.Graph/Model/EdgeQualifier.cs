using System.Security.Cryptography;
using System.Text;

namespace NhiGraph.Graph.Model;

/// <summary>The part of an edge's identity that is not its kind and ends.</summary>
internal static class EdgeQualifier
{
    internal static string Of(GraphEdge edge)
    {
        if (edge.Technique is null && edge.On is null && edge.Conditions.IsEmpty && edge.Properties.IsEmpty)
        {
            return "";
        }

        var parts = new List<string>(4);
        Add(parts, edge.Technique);
        Add(parts, edge.Properties.GetValueOrDefault(PropertyNames.Role));
        Add(parts, edge.On?.ToString());
        Add(parts, edge.Conditions.IsEmpty ? null : Hash(edge.Conditions));
        return string.Join('|', parts);
    }

    private static void Add(List<string> parts, string? part)
    {
        if (part is not null)
        {
            parts.Add(part);
        }
    }

    /// <summary>128 bits of SHA-256 over the conditions with unambiguous separators.</summary>
    private static string Hash(IEnumerable<Condition> conditions)
    {
        var text = new StringBuilder();
        foreach (Condition condition in conditions)
        {
            text.Append(condition.Key).Append('\u001f').Append(condition.Operator);
            foreach (string value in condition.Values)
            {
                text.Append('\u001f').Append(value);
            }

            text.Append('\u001e');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())).AsSpan(0, 16));
    }
}
