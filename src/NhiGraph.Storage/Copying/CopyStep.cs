using NhiGraph.Storage.Runs;

namespace NhiGraph.Storage.Copying;

/// <summary>How far a copy is.</summary>
/// <param name="Run">The run being copied.</param>
/// <param name="Last">The last one to be copied.</param>
/// <param name="Things">Facts, assertions, nodes, edges and terms of it that were written, removals included.</param>
/// <param name="IsDone">It is published in the target.</param>
public readonly record struct CopyStep(RunId Run, RunId Last, long Things, bool IsDone);
