namespace NhiGraph.Storage.Facts;

/// <summary>What makes a fact itself.</summary>
/// <param name="Source">The source's id, e.g. <c>aws</c>.</param>
/// <param name="Scope">The account, tenant, organisation or cluster, e.g. <c>aws:123456789012</c>.</param>
/// <param name="Dataset">What of the source it belongs to, e.g. <c>iam-roles</c>: completeness is kept for each dataset.</param>
/// <param name="Key">The record's own key within the dataset; ordinal, case kept.</param>
public readonly record struct FactKey(string Source, string Scope, string Dataset, string Key);
