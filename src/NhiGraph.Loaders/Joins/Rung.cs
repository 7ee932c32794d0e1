using System.Collections.Immutable;
using NhiGraph.Graph.Model;

namespace NhiGraph.Loaders.Joins;

/// <summary>One thing that a name may mean.</summary>
/// <param name="Key">The join key.</param>
/// <param name="AtMost">However sure it is who stands there, the edge is no surer than this.</param>
/// <param name="KnownBy">How the name is known, where there are several ways.</param>
internal sealed record Rung(string Key, Certainty AtMost = Certainty.Proved, string? KnownBy = null)
{
    internal static ImmutableArray<Rung> Of(IEnumerable<string> keys, Certainty atMost = Certainty.Proved, string? knownBy = null) => [.. keys.Select(key => new Rung(key, atMost, knownBy))];
}
