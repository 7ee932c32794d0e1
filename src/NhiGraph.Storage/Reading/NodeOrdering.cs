using NhiGraph.Graph.Model;

namespace NhiGraph.Storage.Reading;

/// <summary>The order of listings, the same in every store: by folded value, then by key; without the property last either way. Descending turns value and key round.</summary>
public sealed class NodeOrdering(NodeOrder order) : IComparer<GraphNode>
{
    public int Compare(GraphNode? x, GraphNode? y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        string? left = ValueOf(x), right = ValueOf(y);
        if (left is null != right is null)
        {
            return left is null ? 1 : -1;
        }

        int result = CodePointOrder.Instance.Compare(left, right);
        result = result != 0 ? result : CodePointOrder.Instance.Compare(x.Key, y.Key);
        return order.Descending ? -result : result;
    }

    private string? ValueOf(GraphNode node) =>
        order.Property is null ? FoldedText.Of(node.Name)
        : node[order.Property] is { } value ? FoldedText.Of(value)
        : null;
}
