using NhiGraph.Storage.Runs;

namespace NhiGraph.Storage.Copying;

/// <summary>What a copy did.</summary>
/// <param name="Before">The last run that the target held already, with the same history; 0 for an empty one.</param>
/// <param name="Last">The source's last run when the copy began, and the target's now.</param>
public sealed record CopyReport(RunId Before, RunId Last);
