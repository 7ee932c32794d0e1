namespace NhiGraph.Analysis.ChainOfTrust;

/// <summary>How a link of the chain stands.</summary>
public enum TrustState : byte
{
    /// <summary>It is there, on evidence.</summary>
    Present,
    /// <summary>The sources that would know were read whole, and it is not there.</summary>
    Missing,
    /// <summary>It is there, but too old or no longer in force.</summary>
    Stale,
    /// <summary>What is said of it is no longer so.</summary>
    Contradicted,
    /// <summary>A source that would know was not read, or not whole.</summary>
    Unknown,
}
