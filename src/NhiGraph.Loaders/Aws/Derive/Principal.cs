using System.Collections.Immutable;
using System.Text.Json;
using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Aws.Policy;
using NhiGraph.Loaders.Drafts;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Loaders.Aws.Derive;

/// <summary>A user, role or group of the account.</summary>
internal sealed class Principal(PrincipalKind kind, Fact fact, JsonElement content)
{
    internal PrincipalKind Kind => kind;

    internal FactKey Fact => fact.Id;

    internal JsonElement Content => content;

    internal string Arn => fact.Id.Key;

    internal ArnPattern ArnPattern { get; } = ArnPattern.Parse(fact.Id.Key);

    /// <summary>The key of its node.</summary>
    internal string Key { get; } = AwsKeys.OfArn(fact.Id.Key);

    internal string Name { get; } = content.Text(kind switch { PrincipalKind.User => "UserName", PrincipalKind.Role => "RoleName", _ => "GroupName" }) ?? fact.Id.Key[(fact.Id.Key.LastIndexOf('/') + 1)..];

    internal string? UniqueId { get; } = content.Text(kind switch { PrincipalKind.User => "UserId", PrincipalKind.Role => "RoleId", _ => "GroupId" });

    internal string Account { get; } = fact.Id.Scope[(fact.Id.Scope.IndexOf(':', StringComparison.Ordinal) + 1)..];

    internal string? Path { get; } = content.Text("Path");

    internal NodeKinds NodeKinds => kind == PrincipalKind.Group ? NodeKinds.Group : NodeKinds.Identity | NodeKinds.Resource;

    /// <summary>The policy that is its boundary, or null.</summary>
    internal string? BoundaryArn { get; } = content.Member("PermissionsBoundary")?.Text("PermissionsBoundaryArn");

    /// <summary>What its boundary says; null where it has none, or one that was not read.</summary>
    internal ImmutableArray<CompiledStatement>? BoundaryStatements { get; set; }

    /// <summary>A boundary that was not read: nobody knows what it leaves.</summary>
    internal ImmutableArray<Condition> UnreadBoundary => BoundaryArn is { } arn && BoundaryStatements is null
        ? [ConditionSets.Make("PermissionsBoundary", "Allows", [arn], $"the permissions boundary {arn[(arn.LastIndexOf('/') + 1)..]} allows it too")]
        : [];

    /// <summary>The conditions without those that it meets by being what it is: a role acts in sessions alone.</summary>
    internal ImmutableArray<Condition> Met(ImmutableArray<Condition> conditions) => kind == PrincipalKind.Role && conditions.Any(DateWindow.IsMetBySessions) ? [.. conditions.Where(condition => !DateWindow.IsMetBySessions(condition))] : conditions;

    /// <summary>Statements of its own policies, inline and attached, with what ties each to it.</summary>
    internal List<HeldStatement> Statements { get; } = [];

    /// <summary>Attached or inline policies whose statements are not known.</summary>
    internal List<string> UnreadPolicies { get; } = [];
}
