using NhiGraph.Storage.Facts;

namespace NhiGraph.Loaders.Runs;

/// <summary>Join terms ordinally: scope, side, join key, content.</summary>
internal sealed class TermOrder : IComparer<JoinTerm>
{
    internal static TermOrder Instance { get; } = new();

    public int Compare(JoinTerm? x, JoinTerm? y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        int order = string.CompareOrdinal(x.Scope, y.Scope);
        order = order != 0 ? order : x.Side.CompareTo(y.Side);
        order = order != 0 ? order : string.CompareOrdinal(x.JoinKey, y.JoinKey);
        return order != 0 ? order : string.CompareOrdinal(x.Content, y.Content);
    }
}
