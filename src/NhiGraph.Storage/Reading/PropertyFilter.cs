using System.Collections.Immutable;

namespace NhiGraph.Storage.Reading;

/// <summary>A demand on one property. All that are set must hold.</summary>
/// <param name="AnyOf">Equal to one of these; a null among them admits a node without the property. Empty means no such demand.</param>
/// <param name="Before">Present and ordinally less (dates are ISO 8601 UTC, so this is earlier).</param>
/// <param name="After">Present and ordinally greater or equal.</param>
public sealed record PropertyFilter(string Property, ImmutableArray<string?> AnyOf, string? Before = null, string? After = null);
