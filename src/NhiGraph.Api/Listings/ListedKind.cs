using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Runs;

namespace NhiGraph.Api.Listings;

/// <summary>A kind of node that can be listed: which datasets could have seen more of it, and by what it can be ordered (the property; null is the name).</summary>
internal sealed record ListedKind(string Field, NodeKinds Kind, DatasetTells Tells, IReadOnlyDictionary<string, string?> Orders)
{
    internal static ListedKind Identities { get; } = new("identities", NodeKinds.Identity, DatasetTells.Identities, new Dictionary<string, string?>
    {
        ["NAME"] = null,
        ["TYPE"] = PropertyNames.IdentityType,
        ["CREATED_AT"] = PropertyNames.CreatedAt,
        ["LAST_USED_AT"] = PropertyNames.LastUsedAt,
        ["EXPIRES_AT"] = PropertyNames.ExpiresAt,
    });

    internal static ListedKind Credentials { get; } = new("credentials", NodeKinds.Credential, DatasetTells.Credentials, new Dictionary<string, string?>
    {
        ["NAME"] = null,
        ["TYPE"] = PropertyNames.CredentialType,
        ["CREATED_AT"] = PropertyNames.CreatedAt,
        ["LAST_USED_AT"] = PropertyNames.LastUsedAt,
        ["LAST_ROTATED_AT"] = PropertyNames.LastRotatedAt,
        ["EXPIRES_AT"] = PropertyNames.ExpiresAt,
    });

    internal static ListedKind Consumers { get; } = new("consumers", NodeKinds.Consumer, DatasetTells.Consumers, new Dictionary<string, string?>
    {
        ["NAME"] = null,
        ["TYPE"] = PropertyNames.ConsumerType,
        ["LAST_RUN_AT"] = PropertyNames.LastRunAt,
    });

    internal static ListedKind Resources { get; } = new("resources", NodeKinds.Resource, DatasetTells.Resources, new Dictionary<string, string?> { ["NAME"] = null, ["TYPE"] = PropertyNames.ResourceType });

    internal static ListedKind Entitlements { get; } = new("entitlements", NodeKinds.Entitlement, DatasetTells.Grants, new Dictionary<string, string?> { ["NAME"] = null, ["CAPABILITY"] = PropertyNames.Capability });

    internal static ListedKind Groups { get; } = new("groups", NodeKinds.Group, DatasetTells.Identities, new Dictionary<string, string?> { ["NAME"] = null });

    internal static ListedKind Humans { get; } = new("humans", NodeKinds.Human, DatasetTells.People, new Dictionary<string, string?> { ["NAME"] = null, ["DEPARTED_AT"] = PropertyNames.DepartedAt });

    internal static ListedKind Applications { get; } = new("applications", NodeKinds.Application, DatasetTells.Applications, new Dictionary<string, string?> { ["NAME"] = null, ["RETIRED_AT"] = PropertyNames.RetiredAt });

    internal static IReadOnlyList<ListedKind> All { get; } = [Identities, Credentials, Consumers, Resources, Entitlements, Groups, Humans, Applications];
}
