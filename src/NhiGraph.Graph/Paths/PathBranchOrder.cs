namespace NhiGraph.Graph.Paths;

/// <summary>Fewest steps first; of equals those not yet searched, as they could hold a lesser path; then by edges in order.</summary>
internal sealed class PathBranchOrder : IComparer<PathBranch>
{
    internal static PathBranchOrder Instance { get; } = new();

    public int Compare(PathBranch? x, PathBranch? y)
    {
        int order = x!.Bound.CompareTo(y!.Bound);
        if (order != 0 || !x.IsSolved || !y.IsSolved)
        {
            return order != 0 ? order : x.IsSolved.CompareTo(y.IsSolved);
        }

        order = x.Best.AsSpan().SequenceCompareTo(y.Best.AsSpan());
        if (order != 0 && Differ(x, y))
        {
            return order;
        }

        // One path's walked edges are all of the other's but the last: the ON edge stands against a walked edge, and comes after it.
        if (x.Best.Length != y.Best.Length)
        {
            return y.Best.Length.CompareTo(x.Best.Length);
        }

        order = (x.Link?.Edge ?? -1).CompareTo(y.Link?.Edge ?? -1);
        return order != 0 ? order : (x.Link?.Resource ?? -1).CompareTo(y.Link?.Resource ?? -1);
    }

    private static bool Differ(PathBranch x, PathBranch y)
    {
        int shared = Math.Min(x.Best.Length, y.Best.Length);
        return !x.Best.AsSpan(0, shared).SequenceEqual(y.Best.AsSpan(0, shared));
    }
}
