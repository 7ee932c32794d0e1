using System.Text;
using NhiGraph.Graph.Model;
using NhiGraph.Storage.Reading;

namespace NhiGraph.Storage.Contract;

/// <summary>A listing in the plain words of <see cref="NodeQuery"/>, with texts compared as UTF-8 in hexadecimal.</summary>
public static class NaiveListing
{
    public static IEnumerable<string> Of(IEnumerable<GraphNode> nodes, NodeQuery query)
    {
        IEnumerable<GraphNode> admitted = nodes.Where(node => query.Kinds == NodeKinds.None || (node.Kinds & query.Kinds) != 0).Where(node => query.Where.All(filter => Admits(filter, node[filter.Property])));
        string? text = query.Text?.Trim().ToUpperInvariant().ToLowerInvariant();
        if (!string.IsNullOrEmpty(text))
        {
            return admitted.Select(node => (node, rank: Rank(node, text))).Where(match => match.rank < 5)
                .OrderBy(match => match.rank).ThenBy(match => Hex(Fold(match.node.Name)), StringComparer.Ordinal).ThenBy(match => Hex(match.node.Key), StringComparer.Ordinal).Select(match => match.node.Key);
        }

        string? ValueOf(GraphNode node) => query.Order.Property is null ? node.Name : node[query.Order.Property];
        IEnumerable<string> Sorted(IEnumerable<GraphNode> some)
        {
            IEnumerable<GraphNode> ascending = some.OrderBy(node => Hex(Fold(ValueOf(node) ?? "")), StringComparer.Ordinal).ThenBy(node => Hex(node.Key), StringComparer.Ordinal);
            return (query.Order.Descending ? ascending.Reverse() : ascending).Select(node => node.Key);
        }

        return Sorted(admitted.Where(node => ValueOf(node) is not null)).Concat(Sorted(admitted.Where(node => ValueOf(node) is null)));
    }

    private static bool Admits(PropertyFilter filter, string? value) =>
        (filter.AnyOf.Length == 0 || filter.AnyOf.Any(one => one == value))
        && (filter.Before is null || (value is not null && string.CompareOrdinal(Hex(value), Hex(filter.Before)) < 0))
        && (filter.After is null || (value is not null && string.CompareOrdinal(Hex(value), Hex(filter.After)) >= 0));

    private static int Rank(GraphNode node, string text)
    {
        string name = Fold(node.Name), key = Fold(node.Key);
        string[] others = [.. new[] { node["email"], node["fingerprint"] }.OfType<string>().Select(Fold)];
        return name == text || key == text || others.Contains(text) ? 0
            : IsPart(key, text) ? 1
            : name.StartsWith(text, StringComparison.Ordinal) ? 2
            : name.Contains(text, StringComparison.Ordinal) ? 3
            : key.Contains(text, StringComparison.Ordinal) || others.Any(other => other.Contains(text, StringComparison.Ordinal)) ? 4
            : 5;
    }

    /// <summary>Between separators on both sides; the text may have separators itself.</summary>
    private static bool IsPart(string key, string text) =>
        Enumerable.Range(0, key.Length + 1).Any(at => key.AsSpan(at).StartsWith(text) && (at == 0 || key[at - 1] is ':' or '/') && (at + text.Length == key.Length || key[at + text.Length] is ':' or '/'));

    private static string Fold(string text) => text.ToUpperInvariant().ToLowerInvariant();

    private static string Hex(string text) => Convert.ToHexString(Encoding.UTF8.GetBytes(text));
}
