namespace NhiGraph.Api.OrphanChains;

/// <summary>What orphan chains can be ordered by.</summary>
internal enum OrphanChainOrderField
{
    /// <summary>The score behind the severity.</summary>
    Severity,
}
