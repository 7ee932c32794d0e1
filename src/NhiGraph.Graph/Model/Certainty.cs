namespace NhiGraph.Graph.Model;

/// <summary>How much must be assumed for an edge to hold; a larger value assumes less. A path is as certain as its weakest edge.</summary>
public enum Certainty : byte
{
    /// <summary>Joined by convention.</summary>
    Inferred = 0,
    /// <summary>One side says so, the other was not read.</summary>
    Declared = 1,
    /// <summary>Every side was read; the listed conditions must hold.</summary>
    Conditional = 2,
    /// <summary>Every side was read and no condition is unmet.</summary>
    Proved = 3,
}
