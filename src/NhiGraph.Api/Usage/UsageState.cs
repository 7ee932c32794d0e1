namespace NhiGraph.Api.Usage;

/// <summary>What is known of a last use.</summary>
internal enum UsageState
{
    /// <summary>It was used at a known instant.</summary>
    Known,
    /// <summary>A source that keeps uses of this thing was read whole and has none.</summary>
    Never,
    /// <summary>No source that was read could tell.</summary>
    Unknown,
}
