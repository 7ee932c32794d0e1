namespace NhiGraph.Graph.Paths;

/// <summary>How much work an enumeration of simple paths may do before it stops and says so.</summary>
/// <param name="MaxScannedEdges">Edges looked at in all searches together; about 20 million a second.</param>
/// <param name="MaxWaiting">Branches kept for later; a few hundred bytes each.</param>
public sealed record PathBounds(long MaxScannedEdges = 20_000_000, int MaxWaiting = 200_000)
{
    public static PathBounds Default { get; } = new();
}
