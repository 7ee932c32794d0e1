using System.Runtime.CompilerServices;

namespace NhiGraph.Graph.Csr;

/// <summary>The order of edges of one kind between the same nodes: by qualifier; between equal keys the surer comes first.</summary>
internal sealed class ParallelEdgeOrder(IReadOnlyList<EdgeDetails> details) : IComparer<EdgeRow>
{
    /// <param name="rows">Edges of one tail, by kind and head.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void SortParallel(Span<EdgeRow> rows)
    {
        for (int first = 0; first + 1 < rows.Length;)
        {
            int end = first + 1;
            while (end < rows.Length && rows[end].IsParallelTo(rows[first]))
            {
                end++;
            }

            if (end - first > 1)
            {
                rows[first..end].Sort(this);
            }

            first = end;
        }
    }

    public int Compare(EdgeRow x, EdgeRow y)
    {
        EdgeDetails a = details[x.Details];
        EdgeDetails b = details[y.Details];
        int order = string.CompareOrdinal(a.Qualifier, b.Qualifier);
        order = order != 0 ? order : EdgeFlags.CertaintyOf(y.Flags).CompareTo(EdgeFlags.CertaintyOf(x.Flags));
        order = order != 0 ? order : x.Flags.CompareTo(y.Flags);
        order = order != 0 ? order : a.Validity.Disabled.CompareTo(b.Validity.Disabled);
        order = order != 0 ? order : a.Validity.From.CompareTo(b.Validity.From);
        order = order != 0 ? order : b.Validity.Until.CompareTo(a.Validity.Until);
        return order != 0 ? order : string.CompareOrdinal(string.Join('|', a.Assumptions), string.Join('|', b.Assumptions));
    }
}
