namespace NhiGraph.Graph.Model;

/// <summary>Why an edge does not work at the time asked.</summary>
public enum InactiveReason : byte
{
    None = 0,
    /// <summary>Somebody switched the credential or identity off.</summary>
    Disabled,
    /// <summary>Its validity ended before the time asked.</summary>
    Expired,
    /// <summary>Its validity begins after the time asked.</summary>
    NotYetValid,
}
