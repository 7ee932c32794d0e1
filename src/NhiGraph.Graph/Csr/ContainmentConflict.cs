namespace NhiGraph.Graph.Csr;

/// <summary>A CONTAINS edge that the containment tree could not keep.</summary>
/// <param name="Resource">The contained node.</param>
/// <param name="Dropped">The container that is not its parent in the tree.</param>
/// <param name="Kept">The parent it has instead, or -1.</param>
/// <param name="IsCycle">The edge would have closed a cycle; otherwise it named a second parent.</param>
public readonly record struct ContainmentConflict(int Resource, int Dropped, int Kept, bool IsCycle);
