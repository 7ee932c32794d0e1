using System.Collections.Immutable;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Loaders.Runs;

/// <summary>All live facts of one scope, of all sources, and how completely its datasets were read: all that derive may look at.</summary>
/// <param name="Facts">Sorted by fact key, so that derive's own order cannot matter.</param>
/// <param name="Datasets">The state of each dataset that was ever named, by (source, dataset).</param>
public sealed record ScopeFacts(string Scope, ImmutableArray<Fact> Facts, ImmutableSortedDictionary<(string Source, string Dataset), DatasetState> Datasets);
