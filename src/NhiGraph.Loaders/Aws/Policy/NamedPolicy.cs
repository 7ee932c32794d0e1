namespace NhiGraph.Loaders.Aws.Policy;

/// <summary>A policy by the name that a reader finds it under.</summary>
internal sealed record NamedPolicy(string Name, CompiledPolicy Policy);
