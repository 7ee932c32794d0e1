using System.Collections.Immutable;

namespace NhiGraph.Loaders.Runs;

/// <summary>A published way from some permissions to more access; edges carry its id.</summary>
public sealed record TechniqueInfo(string Id, string Title, string Statement, ImmutableArray<string> Permissions, ImmutableArray<string> References);
