namespace NhiGraph.Graph.Reach;

/// <summary>How many are reached: by PROVED edges alone, and by all that the options allow. Proved is at most possible.</summary>
public readonly record struct ReachBounds(int Proved, int Possible);
