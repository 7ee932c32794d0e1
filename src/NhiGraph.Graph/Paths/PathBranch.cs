using System.Collections.Immutable;

namespace NhiGraph.Graph.Paths;

/// <summary>
/// All simple paths that share a prefix and do not go on from it by an excluded edge. The branches that wait never overlap,
/// so no path is found twice.
/// </summary>
internal sealed class PathBranch
{
    /// <summary>Stands for "end here" among excluded edges.</summary>
    internal const int EndHere = -1;

    internal required int Start { get; init; }

    /// <summary>Walked edges; the first <see cref="PrefixLength"/> are the prefix. Shared with the path it branches from.</summary>
    internal required ImmutableArray<int> Edges { get; init; }

    internal required int PrefixLength { get; init; }

    internal required ImmutableHashSet<int> Excluded { get; init; }

    /// <summary>Links of the prefix's last node that are used up, as (edge, resource).</summary>
    internal ImmutableHashSet<(int Edge, int Resource)> ExcludedLinks { get; init; } = [];

    /// <summary>No path of the branch has fewer steps.</summary>
    internal required int Bound { get; set; }

    /// <summary>How often a search of it found that the bound was too low.</summary>
    internal int Attempts { get; set; }

    /// <summary>Its least path once found: walked edges; <see cref="Link"/> ends it where it ends on a resource.</summary>
    internal ImmutableArray<int> Best { get; set; }

    internal ResourceLink? Link { get; set; }

    internal bool IsSolved => !Best.IsDefault;
}
