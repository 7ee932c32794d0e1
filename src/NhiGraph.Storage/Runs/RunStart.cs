namespace NhiGraph.Storage.Runs;

/// <summary>What a run says of itself when it begins.</summary>
/// <param name="Source">The source read, or null for a derive run.</param>
/// <param name="SourceKind">The kind of source, e.g. <c>aws</c>; null for a derive run.</param>
/// <param name="StartedAt">The runner's clock.</param>
/// <param name="RulesHash">A hash of all rule data that derive used: another hash means that stored facts may derive differently.</param>
public sealed record RunStart(RunKind Kind, string? Source, string? SourceKind, DateTimeOffset StartedAt, string RulesHash);
