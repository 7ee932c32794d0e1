using System.Collections.Immutable;
using NhiGraph.Loaders.Aws.Policy;

namespace NhiGraph.Loaders.Aws.Access;

/// <summary>What the facts say of who asks.</summary>
/// <param name="Tags">Null where its sessions may bring others.</param>
internal sealed record PrincipalPolicies(ImmutableArray<NamedPolicy> Identity, ImmutableArray<NamedPolicy> Boundary, IReadOnlyDictionary<string, string>? Tags)
{
    /// <summary>Of the root user.</summary>
    internal static PrincipalPolicies None { get; } = new([], [], null);
}
