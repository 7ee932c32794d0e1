using System.Collections.Immutable;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Storage.Reading;

/// <summary>Runs, newest first.</summary>
public sealed record RunPage(ImmutableArray<Run> Runs, bool HasMore, long Total);
