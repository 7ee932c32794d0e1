using System.Collections.Immutable;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Storage.Reading;

/// <summary>The store at a glance.</summary>
/// <param name="Version">The last published run; every read names a version.</param>
/// <param name="RulesHash">The rules that the current graph was derived with; null when empty.</param>
/// <param name="Nodes">Open nodes.</param>
/// <param name="Edges">Open edges, one however many owners state it.</param>
/// <param name="Facts">Open facts.</param>
public sealed record StoreStatus(RunId Version, string? RulesHash, ImmutableArray<SourceStatus> Sources, long Nodes, long Edges, long Facts);
