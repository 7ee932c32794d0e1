using NhiGraph.Loaders.Aws.Policy;

namespace NhiGraph.Loaders.Aws.Access;

/// <summary>What the facts say of what is asked for.</summary>
/// <param name="Tags">Null where no fact lists it.</param>
/// <param name="Trust">A role's trust policy; null for what is no role, and where it was not read.</param>
internal sealed record ResourceFacts(IReadOnlyDictionary<string, string>? Tags, NamedPolicy? Trust)
{
    internal static ResourceFacts None { get; } = new(null, null);
}
