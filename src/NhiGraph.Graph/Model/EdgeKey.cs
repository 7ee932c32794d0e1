namespace NhiGraph.Graph.Model;

/// <summary>What makes an edge itself: kind, ends, and a qualifier that tells parallel edges apart (technique, condition set, ON target). Evidence is not part of it.</summary>
/// <param name="Qualifier">Empty for a plain edge; see <see cref="GraphEdge.Key"/> for its form.</param>
public readonly record struct EdgeKey(EdgeKind Kind, string From, string To, string Qualifier) : IComparable<EdgeKey>
{
    /// <summary>Ordinal by tail, kind, head, qualifier: the order edges have in an <c>AccessGraph</c>.</summary>
    public int CompareTo(EdgeKey other)
    {
        int order = string.CompareOrdinal(From, other.From);
        if (order == 0)
        {
            order = Kind.CompareTo(other.Kind);
        }

        if (order == 0)
        {
            order = string.CompareOrdinal(To, other.To);
        }

        return order != 0 ? order : string.CompareOrdinal(Qualifier, other.Qualifier);
    }

    public static bool operator <(EdgeKey left, EdgeKey right) => left.CompareTo(right) < 0;

    public static bool operator >(EdgeKey left, EdgeKey right) => left.CompareTo(right) > 0;

    public static bool operator <=(EdgeKey left, EdgeKey right) => left.CompareTo(right) <= 0;

    public static bool operator >=(EdgeKey left, EdgeKey right) => left.CompareTo(right) >= 0;
}
