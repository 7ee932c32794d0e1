using System.Text.Json;
using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Drafts;

namespace NhiGraph.Loaders.Aws.Derive;

/// <summary>Users, roles and groups as nodes; users, roles, customer policies and instance profiles are resources too.</summary>
internal sealed class PrincipalNodes(AccountFacts facts, ResourceCatalog catalog, TagReader tags, GraphDraft draft)
{
    internal void Add()
    {
        foreach (Principal user in facts.Users)
        {
            catalog.List(user.Fact, user.Arn, user.NodeKinds, user.Name, 2, [.. Common(user), (PropertyNames.IdentityType, IdentityType.CloudUser.Text()), ("UserId", user.UniqueId)]);
        }

        foreach (Principal role in facts.Roles)
        {
            // Identity Center makes these roles for people who sign in; every other role is taken by a program or through another identity.
            bool people = role.Name.StartsWith("AWSReservedSSO_", StringComparison.Ordinal);
            catalog.List(role.Fact, role.Arn, role.NodeKinds, role.Name, 2,
            [
                .. Common(role),
                (PropertyNames.IdentityType, IdentityType.CloudRole.Text()),
                (PropertyNames.Nature, (people ? IdentityNature.Human : IdentityNature.NonHuman).Text()),
                (PropertyNames.ProviderOwned, role.Path?.StartsWith("/aws-service-role/", StringComparison.Ordinal) == true ? "true" : null),
                (PropertyNames.LastUsedAt, role.Content.Member("RoleLastUsed")?.Text("LastUsedDate")),
                ("RoleId", role.UniqueId),
                ("Description", role.Content.Text("Description")),
            ]);
            foreach (JsonElement profile in role.Content.List("InstanceProfileList"))
            {
                if (profile.Text("Arn") is { } arn)
                {
                    catalog.List(role.Fact, arn, NodeKinds.Resource, profile.Text("InstanceProfileName") ?? arn, 2);
                }
            }
        }

        foreach (Principal group in facts.Groups)
        {
            draft.Node(group.Fact, group.Key, group.NodeKinds, group.Name, 2, [.. Common(group), (PropertyNames.Scope, facts.Scope), ("GroupId", group.UniqueId)]);
        }

        foreach ((string arn, (Storage.Facts.FactKey fact, JsonElement content)) in facts.Policies.Where(policy => !policy.Key.Contains(":iam::aws:", StringComparison.Ordinal)))
        {
            catalog.List(fact, arn, NodeKinds.Resource, content.Text("PolicyName") ?? arn, 2, [(PropertyNames.CreatedAt, content.Text("CreateDate")), .. tags.Properties(content)]);
        }
    }

    private (string Name, string? Value)[] Common(Principal principal) =>
    [
        (PropertyNames.CreatedAt, principal.Content.Text("CreateDate")),
        ("Path", principal.Path is "/" ? null : principal.Path),
        ("PermissionsBoundary", principal.Content.Member("PermissionsBoundary")?.Text("PermissionsBoundaryArn")),
        ("unreadPolicies", principal.UnreadPolicies.Count == 0 ? null : string.Join(", ", principal.UnreadPolicies.Order(StringComparer.Ordinal))),
        .. tags.Properties(principal.Content),
    ];
}
