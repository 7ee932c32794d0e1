using System.Collections.Immutable;

namespace NhiGraph.Loaders.Aws.Policy;

/// <summary>What a request says of one context key. <c>default</c> is absent.</summary>
/// <param name="Values">None for a key that is absent or unknown.</param>
/// <param name="IsList">The key has a list of values, be it of one; an empty list is absent.</param>
/// <param name="IsUnknown">Nobody could tell: it may be absent or have any value.</param>
internal readonly record struct ContextValue(ImmutableArray<string> Values, bool IsList, bool IsUnknown)
{
    internal static ContextValue Absent => default;

    internal static ContextValue Unknown => new([], false, true);

    internal bool IsAbsent => Values.IsDefaultOrEmpty && !IsUnknown;

    internal static ContextValue Of(string value) => new([value], false, false);

    internal static ContextValue Of(bool value) => Of(value ? "true" : "false");

    internal static ContextValue List(params ImmutableArray<string> values) => new(values, true, false);
}
