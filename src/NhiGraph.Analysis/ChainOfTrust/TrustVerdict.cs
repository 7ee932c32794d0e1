namespace NhiGraph.Analysis.ChainOfTrust;

/// <summary>Whether the chain as a whole can be trusted.</summary>
public enum TrustVerdict : byte
{
    /// <summary>Every link is present, and the sources that could say otherwise were read whole.</summary>
    Complete,
    /// <summary>A link is missing or stale.</summary>
    Incomplete,
    /// <summary>A link is contradicted.</summary>
    Broken,
    /// <summary>Nothing is known to be wrong, and not all is known.</summary>
    Unknown,
}
