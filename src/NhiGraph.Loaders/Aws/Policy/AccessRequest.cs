using System.Collections.Frozen;
using System.Collections.Immutable;

namespace NhiGraph.Loaders.Aws.Policy;

/// <summary>May this principal do this action on this resource? With all policies that have a say, and what is known of the request.</summary>
/// <param name="Action">One action, as <c>service:Name</c>, in any case.</param>
/// <param name="Resource">An ARN; a pattern asks whether it may be done on all that the pattern covers; <c>*</c> for an action without resource.</param>
internal sealed record AccessRequest(RequestPrincipal Principal, string Action, string Resource)
{
    /// <summary>The account that the resource is in. Null where it has none, or none that counts.</summary>
    internal string? ResourceAccount { get; init; }

    /// <summary>Tags of the principal, session tags first; null where nobody told. Names have no case.</summary>
    internal IReadOnlyDictionary<string, string>? PrincipalTags { get; init; }

    /// <summary>Null where nobody told. Names have no case.</summary>
    internal IReadOnlyDictionary<string, string>? ResourceTags { get; init; }

    /// <summary>Context keys that were given. Keys have no case.</summary>
    internal IReadOnlyDictionary<string, ContextValue> Context { get; init; } = FrozenDictionary<string, ContextValue>.Empty;

    /// <summary>Patterns of keys that count as unknown, rather than absent, where they were not given.</summary>
    internal ImmutableArray<string> UnknownKeys { get; init; } = [];

    internal ImmutableArray<NamedPolicy> IdentityPolicies { get; init; } = [];

    /// <summary>Empty where the principal has no boundary.</summary>
    internal ImmutableArray<NamedPolicy> Boundaries { get; init; } = [];

    internal NamedPolicy? SessionPolicy { get; init; }

    /// <summary>The policy of the resource: of a bucket, a key, a queue; for a role its trust policy.</summary>
    internal NamedPolicy? ResourcePolicy { get; init; }

    /// <summary>From the root of the organisation down to the principal's account, the policies of each level. Empty outside of one.</summary>
    internal ImmutableArray<ImmutableArray<NamedPolicy>> ServiceControl { get; init; } = [];

    /// <summary>From the root of the organisation down to the resource's account, the policies of each level beside the one that allows all.</summary>
    internal ImmutableArray<ImmutableArray<NamedPolicy>> ResourceControl { get; init; } = [];

    /// <summary>Of the network endpoint that the request goes through; empty for none.</summary>
    internal ImmutableArray<NamedPolicy> EndpointPolicies { get; init; } = [];

    /// <summary>The account (the principal's; of a principal without one the resource's) manages its organisation, whose policies do not bind it.</summary>
    internal bool ManagementAccount { get; init; }

    internal string? OrganizationId { get; init; }

    internal string Service { get; } = Action[..Math.Max(0, Action.IndexOf(':', StringComparison.Ordinal))].ToLowerInvariant();

    internal string LowerAction { get; } = Action.ToLowerInvariant();

    internal bool IsCrossAccount => Principal.Account is { } own && ResourceAccount is { } other && own != other;
}
