using System.Collections.Frozen;
using NhiGraph.Graph.Model;

namespace NhiGraph.Storage.Neo4j.Model;

/// <summary>
/// The name that a property of a node or edge has in the database: its own, wherever that is possible. One that the store uses itself, begins like an escaped one, is
/// empty or has U+0000 is kept as <c>property:</c> with <c>%</c> and U+0000 in hexadecimal.
/// </summary>
internal static class PropertyName
{
    internal const string Id = "id", Name = "name", SinceRun = "sinceRun", UntilRun = "untilRun", FirstRun = "firstRun", SortName = "sortName", SortId = "sortId", Search = "search", Trait = "trait", Kinds = "kinds", State = "state";
    internal const string Certainty = "certainty", CertaintyRank = "certaintyRank", Disabled = "disabled", ValidFrom = "validFrom", ValidUntil = "validUntil", Limited = "limited", Assumed = "assumed",
        Assumptions = "assumptions", Technique = "technique", Qualifier = "qualifier", Conditions = "conditions", Detail = "detail", Effect = "effect", Covers = "covers", Parts = "parts",
        StatedRun = "statedRun", Chunk = "chunk", Evidence = "evidence", Kind = "kind", From = "from", To = "to", Also = "also";

    /// <summary>Beside a property whose value is not ASCII stands what it is ordered by.</summary>
    internal const string SortPrefix = "sort:";

    /// <summary>Beside a property whose value the server may order wrongly stands what its own text is compared by.</summary>
    internal const string RawSortPrefix = "rawsort:";

    private const string Escape = "property:";

    private static readonly FrozenSet<string> OfNodes = FrozenSet.Create(StringComparer.Ordinal, Id, Name, SinceRun, UntilRun, FirstRun, SortName, SortId, Search, Trait, Kinds, State);

    private static readonly FrozenSet<string> OfEdges = FrozenSet.Create(StringComparer.Ordinal, SinceRun, UntilRun, Certainty, CertaintyRank, Disabled, ValidFrom, ValidUntil, Limited, Assumed, Assumptions,
        Technique, Qualifier, Conditions, Detail, Effect, Covers, Parts, StatedRun, Chunk, Evidence, Kind, From, To, Also);

    /// <summary>Properties that are truth values in the database where their text is exactly <c>true</c> or <c>false</c>.</summary>
    internal static FrozenSet<string> Truths { get; } =
        FrozenSet.Create(StringComparer.Ordinal, PropertyNames.Enabled, PropertyNames.Potential, PropertyNames.Container, PropertyNames.Known, PropertyNames.ProviderOwned);

    /// <summary>Properties that are instants in the database where their text is exactly that of a whole second in UTC.</summary>
    internal static FrozenSet<string> Instants { get; } = FrozenSet.Create(StringComparer.Ordinal, PropertyNames.CreatedAt, PropertyNames.ExpiresAt, PropertyNames.LastUsedAt,
        PropertyNames.LastRotatedAt, PropertyNames.LastRunAt, PropertyNames.DepartedAt, PropertyNames.RetiredAt);

    internal static string OfNode(string name) => IsPlain(name) && !IsOwnOfNode(name) ? name : Escaped(name);

    internal static string OfEdge(string name) => IsPlain(name) && !OfEdges.Contains(name) ? name : Escaped(name);

    /// <summary>The property's own name, or null where it is one of the store's own.</summary>
    internal static string? FromNode(string stored) => stored.StartsWith(Escape, StringComparison.Ordinal) ? Unescaped(stored) : IsOwnOfNode(stored) ? null : stored;

    /// <inheritdoc cref="FromNode"/>
    internal static string? FromEdge(string stored) => stored.StartsWith(Escape, StringComparison.Ordinal) ? Unescaped(stored) : OfEdges.Contains(stored) ? null : stored;

    private static bool IsOwnOfNode(string name) =>
        OfNodes.Contains(name) || name.StartsWith(SortPrefix, StringComparison.Ordinal) || name.StartsWith(RawSortPrefix, StringComparison.Ordinal);

    private static bool IsPlain(string name) => name.Length > 0 && !name.Contains('\0') && !name.StartsWith(Escape, StringComparison.Ordinal);

    private static string Escaped(string name) => Escape + name.Replace("%", "%25", StringComparison.Ordinal).Replace("\0", "%00", StringComparison.Ordinal);

    private static string Unescaped(string stored) => stored[Escape.Length..].Replace("%00", "\0", StringComparison.Ordinal).Replace("%25", "%", StringComparison.Ordinal);
}
