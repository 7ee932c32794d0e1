using System.Collections.Immutable;
using System.Text.Json;
using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Aws.Policy;
using NhiGraph.Loaders.Drafts;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Loaders.Aws.Derive;

/// <summary>A user, role or group of the account.</summary>
/// <param name="organization">The id of its organisation; null where that was not read.</param>
internal sealed class Principal(PrincipalKind kind, FactKey fact, JsonElement content, string? organization = null)
{
    internal PrincipalKind Kind => kind;

    internal FactKey Fact => fact;

    internal JsonElement Content => content;

    internal string Arn => fact.Key;

    internal ArnPattern ArnPattern { get; } = ArnPattern.Parse(fact.Key);

    /// <summary>The key of its node.</summary>
    internal string Key { get; } = AwsKeys.OfArn(fact.Key);

    internal string Name { get; } = content.Text(kind switch { PrincipalKind.User => "UserName", PrincipalKind.Role => "RoleName", _ => "GroupName" }) ?? fact.Key[(fact.Key.LastIndexOf('/') + 1)..];

    internal string? UniqueId { get; } = content.Text(kind switch { PrincipalKind.User => "UserId", PrincipalKind.Role => "RoleId", _ => "GroupId" });

    internal string Account { get; } = fact.Scope[(fact.Scope.IndexOf(':', StringComparison.Ordinal) + 1)..];

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

    /// <summary>Who asks when it does; nobody for a group.</summary>
    internal RequestPrincipal Caller => field ??= RequestPrincipal.Parse(Arn) ?? RequestPrincipal.Anonymous;

    /// <summary>What a request of it says of itself. A role's sessions may bring tags of their own where its trust policy lets them.</summary>
    internal RequestContext Context => field ??= new(new AccessRequest(Caller, "", "*")
    {
        PrincipalTags = FixedTags,
        UnknownKeys = ["*"],
        OrganizationId = organization,
    });

    /// <summary>Its tags, where no session of it can have others; else null.</summary>
    internal Dictionary<string, string>? FixedTags => kind == PrincipalKind.Root || (kind == PrincipalKind.Role && TakesTags) ? null : Tags;

    /// <summary>Its own tags. Names have no case.</summary>
    internal Dictionary<string, string> Tags => TagReader.TagsOf(content);

    /// <summary>A trust that cannot be read may let in tags too.</summary>
    private bool TakesTags
    {
        get
        {
            try
            {
                return content.Member("AssumeRolePolicyDocument") is not { } trust || trust.IsUnreadable()
                    || PolicyParser.Parse(trust).Statements.Any(statement => statement.IsAllow && statement.IsNotAction != statement.Actions.Any(action => Glob.Matches(action.ToLowerInvariant(), "sts:tagsession")));
            }
            catch (MalformedPolicyException)
            {
                return true;
            }
        }
    }

    /// <summary>The conditions without those that it meets by being what it is: a role acts in sessions alone.</summary>
    internal ImmutableArray<Condition> Met(ImmutableArray<Condition> conditions) => kind == PrincipalKind.Role && conditions.Any(DateWindow.IsMetBySessions) ? [.. conditions.Where(condition => !DateWindow.IsMetBySessions(condition))] : conditions;

    /// <summary>Statements of its own policies, inline and attached, with what ties each to it.</summary>
    internal List<HeldStatement> Statements { get; } = [];

    /// <summary>Attached or inline policies whose statements are not known.</summary>
    internal List<string> UnreadPolicies { get; } = [];
}
