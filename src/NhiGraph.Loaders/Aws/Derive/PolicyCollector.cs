using System.Collections.Immutable;
using System.Text.Json;
using NhiGraph.Loaders.Aws.Data;
using NhiGraph.Loaders.Aws.Derive.ResourcePolicies;
using NhiGraph.Loaders.Aws.Policy;
using NhiGraph.Loaders.Drafts;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Loaders.Aws.Derive;

/// <summary>Compiles the policies of an account once each and gives every principal the statements that it holds.</summary>
internal sealed class PolicyCollector(AccountFacts facts, ActionMatcher matcher, GraphDraft draft)
{
    private readonly Dictionary<string, ImmutableArray<CompiledStatement>?> managed = new(StringComparer.Ordinal);

    /// <summary>Every statement, each once, in the order of the facts.</summary>
    internal List<CompiledStatement> All { get; } = [];

    internal void Collect()
    {
        CollectOrganization();
        foreach (Principal principal in facts.Principals)
        {
            string list = principal.Kind switch { PrincipalKind.User => "UserPolicyList", PrincipalKind.Role => "RolePolicyList", _ => "GroupPolicyList" };
            int index = 0;
            foreach (JsonElement policy in principal.Content.List(list))
            {
                string name = policy.Text("PolicyName") ?? $"{index}";
                Hold(principal, Compile(principal.Fact, $"{name} of {principal.Name}", $"/{list}/{index++}/PolicyDocument", policy.IsUnreadable() ? null : policy.Member("PolicyDocument")), name, []);
            }

            index = 0;
            foreach (JsonElement attached in principal.Content.List("AttachedManagedPolicies"))
            {
                string pointer = $"/AttachedManagedPolicies/{index++}";
                if (attached.Text("PolicyArn") is { } arn)
                {
                    Hold(principal, Managed(arn), arn, [new Support(principal.Fact, null, $"{arn[(arn.LastIndexOf('/') + 1)..]} is attached to {principal.Name}", pointer)]);
                }
            }

            if (principal.BoundaryArn is { } boundary)
            {
                principal.BoundaryStatements = Managed(boundary);
                if (principal.BoundaryStatements is null)
                {
                    draft.Problem(AwsDeriveProblems.BoundaryUnread(principal, boundary));
                }
            }

            if (principal.UnreadPolicies.Count > 0)
            {
                draft.Problem(AwsDeriveProblems.PoliciesUnread(principal));
            }
        }
    }

    /// <summary>The statements of a resource's own policy; null where it could not be read.</summary>
    internal ImmutableArray<CompiledStatement>? OfResource(FactKey fact, string arn, JsonElement? document) =>
        Compile(fact, $"of {arn}", "/Policy", document, ResourceSpan.Of(arn));

    /// <summary>Policies of the organisation. One that is not by the grammar leaves all of them out.</summary>
    private void CollectOrganization()
    {
        if (facts.Organization is not { } organization)
        {
            return;
        }

        var levels = ImmutableArray.CreateBuilder<ImmutableArray<CompiledStatement>>();
        foreach (ImmutableArray<(string Name, string Pointer, JsonElement? Document)> level in organization.ServiceControl)
        {
            var statements = new List<CompiledStatement>();
            foreach ((string name, string pointer, JsonElement? document) in level)
            {
                if (Compile(organization.Fact, name, pointer, document) is not { } compiled)
                {
                    return;
                }

                statements.AddRange(compiled);
            }

            levels.Add([.. statements]);
        }

        organization.Statements = levels.ToImmutable();
    }

    /// <summary>What the organisation's resource control policies deny on resources of the account, in the services that they bind. That all is allowed beside it goes without saying.</summary>
    internal ImmutableArray<CompiledStatement> ResourceControl(ResourceSpan span, ActionTable table)
    {
        if (facts.Organization is not { Statements: not null } organization)
        {
            return [];
        }

        IndexSet bound = table.Of(RequestJudgement.RcpServices).Except(IndexSet.Of([table.Find("kms:RetireGrant")]));
        IndexSet whole = IndexSet.Of(bound.Members().Where(action => table.Actions[action].Types.All(kind => table.Kinds[kind].IsService)));
        var denies = ImmutableArray.CreateBuilder<CompiledStatement>();
        foreach ((string name, string pointer, JsonElement? document) in organization.ResourceControl.SelectMany(level => level))
        {
            if (Compile(organization.Fact, name, pointer, document, span) is not { } compiled)
            {
                return [];
            }

            foreach (CompiledStatement deny in compiled.Where(statement => !statement.Statement.IsAllow))
            {
                denies.Add(deny.Only(deny.Actions.And(bound).Except(whole), span, ""));
                denies.Add(deny.Only(deny.Actions.And(whole), null, "#whole"));
            }
        }

        ImmutableArray<CompiledStatement> control = [.. denies.Where(deny => !deny.Actions.IsEmpty)];
        organization.Control = control;
        return control;
    }

    private static void Hold(Principal principal, ImmutableArray<CompiledStatement>? statements, string policy, ImmutableArray<Support> ties)
    {
        if (statements is null)
        {
            principal.UnreadPolicies.Add(policy);
            return;
        }

        principal.Statements.AddRange(statements.Value.Select(statement => new HeldStatement(statement, ties)));
    }

    private ImmutableArray<CompiledStatement>? Managed(string arn)
    {
        if (!managed.TryGetValue(arn, out ImmutableArray<CompiledStatement>? statements))
        {
            statements = null;
            if (facts.Policies.TryGetValue(arn, out (FactKey Fact, JsonElement Content) policy))
            {
                int index = 0;
                foreach (JsonElement version in policy.Content.List("PolicyVersionList"))
                {
                    if (version.Flag("IsDefaultVersion") == true)
                    {
                        statements = Compile(policy.Fact, policy.Content.Text("PolicyName") ?? arn, $"/PolicyVersionList/{index}/Document", version.Member("Document"));
                    }

                    index++;
                }
            }

            managed.Add(arn, statements);
        }

        return statements;
    }

    private ImmutableArray<CompiledStatement>? Compile(FactKey fact, string name, string pointer, JsonElement? content, ResourceSpan? span = null)
    {
        if (content is not { } document || document.IsUnreadable())
        {
            return null;
        }

        try
        {
            PolicyDocument policy = PolicyParser.Parse(document);
            ImmutableArray<CompiledStatement> statements = [.. policy.Statements.Select(statement => SecureTransport.Decide(statement, policy.HasVariables)).OfType<PolicyStatement>().Select(statement => new CompiledStatement(fact, name, pointer + statement.Pointer, statement, matcher.Of(statement), policy.HasVariables) { Span = span })
                .SelectMany(statement => RequestedRegion.Decide(statement, facts.Partition, ActionTable.Instance))];
            All.AddRange(span is null ? statements : []);
            return statements;
        }
        catch (MalformedPolicyException malformed)
        {
            draft.Problem(AwsDeriveProblems.PolicyMalformed(fact, name, pointer, malformed));
            return null;
        }
    }
}
