namespace NhiGraph.Graph.Model;

/// <summary>How much of its target an ON edge covers.</summary>
public enum OnCovers : byte
{
    /// <summary>The target alone.</summary>
    Self,
    /// <summary>The target and all it contains.</summary>
    Subtree,
    /// <summary>Only named parts of the target (prefixes, key ranges). An except of parts takes away only the parts it covers.</summary>
    Parts,
}
