namespace NhiGraph.Storage.Facts;

/// <summary>One side of a join between scopes: a trust offers, a right asks. Equal <paramref name="JoinKey"/>s meet; what comes of it is the provider's join.</summary>
/// <param name="Scope">The scope that states it.</param>
/// <param name="JoinKey">What must be equal on both sides, e.g. <c>aws:assume:123456789012</c>.</param>
/// <param name="Content">Canonical JSON that the join reads.</param>
public sealed record JoinTerm(string Scope, JoinSide Side, string JoinKey, string Content);
