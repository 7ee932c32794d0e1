namespace NhiGraph.Loaders.Runs;

/// <summary>A restriction or possibility that was not read, and that answers name as an assumption.</summary>
/// <param name="Code">Stable, e.g. <c>AWS_SCP_NOT_READ</c>; edges that rest on it carry it.</param>
/// <param name="EveryAnswer">Named on every answer that touches a scope of this provider, not only where an edge carries it.</param>
public sealed record AssumptionInfo(string Code, string Statement, bool EveryAnswer);
