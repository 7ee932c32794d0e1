using System.Collections.Immutable;

namespace NhiGraph.Storage.Reading;

/// <summary>A demand on one property. All that are set must hold.</summary>
/// <param name="AnyOf">Equal to one of these; a null among them admits a node without the property. Empty means no such demand.</param>
/// <param name="Before">Present and less by code point (dates are ISO 8601 UTC, so this is earlier).</param>
/// <param name="After">Present and greater or equal.</param>
public sealed record PropertyFilter(string Property, ImmutableArray<string?> AnyOf, string? Before = null, string? After = null)
{
    /// <summary>Whether a node with this value of the property (null: without it) is let through.</summary>
    public bool Admits(string? value) =>
        (AnyOf.IsDefaultOrEmpty || AnyOf.Contains(value, StringComparer.Ordinal))
        && (Before is null || (value is not null && CodePointOrder.Instance.Compare(value, Before) < 0))
        && (After is null || (value is not null && CodePointOrder.Instance.Compare(value, After) >= 0));
}
