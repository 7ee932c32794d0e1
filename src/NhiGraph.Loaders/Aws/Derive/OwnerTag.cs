using NhiGraph.Graph.Model;

namespace NhiGraph.Loaders.Aws.Derive;

/// <summary>A tag that names an owner.</summary>
/// <param name="IsTeam">It names a team, not a person.</param>
internal sealed record OwnerTag(string Tag, string Value, OwnershipRole Role, bool IsTeam);
