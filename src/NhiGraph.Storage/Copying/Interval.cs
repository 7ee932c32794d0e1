using NhiGraph.Storage.Runs;

namespace NhiGraph.Storage.Copying;

/// <summary>One thing as it stood from a run, included, to another, excluded.</summary>
/// <param name="Closed">Null while it stands.</param>
public readonly record struct Interval<T>(T Value, RunId Opened, RunId? Closed);
