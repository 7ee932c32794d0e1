using System.Text.Json;
using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Aws.Data;
using NhiGraph.Loaders.Aws.Derive.CrossAccount;
using NhiGraph.Loaders.Aws.Derive.ResourcePolicies;
using NhiGraph.Loaders.Aws.Derive.Techniques;
using NhiGraph.Loaders.Aws.Derive.Workloads;
using NhiGraph.Loaders.Aws.Policy;
using NhiGraph.Loaders.Aws.Trail;
using NhiGraph.Loaders.Drafts;
using NhiGraph.Loaders.Runs;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Loaders.Aws.Derive;

/// <summary>From the facts of one AWS account to its part of the graph. Pure: the same facts give the same bytes, in whatever order they come.</summary>
internal static class AccountDerivation
{
    internal static DerivedScope Derive(ScopeFacts scope, AwsTagNames tagNames)
    {
        var draft = new GraphDraft(scope.Scope);
        var facts = new AccountFacts(scope);
        if (!facts.Any)
        {
            return draft.ToScope();
        }

        ActionTable table = ActionTable.Instance;
        var matcher = new ActionMatcher(table);
        var policies = new PolicyCollector(facts, matcher, draft);
        var catalog = new ResourceCatalog(facts, table, draft);
        var tags = new TagReader(tagNames);
        policies.Collect();
        new PrincipalNodes(facts, catalog, tags, draft).Add();
        foreach ((FactKey fact, JsonElement content) in facts.Tagged)
        {
            string arn = content.Text("ResourceARN") ?? fact.Key;
            catalog.List(fact, arn, NodeKinds.Resource, arn[(arn.LastIndexOfAny(['/', ':']) + 1)..], 2, [.. tags.Properties(content)]);
        }

        var workloads = new WorkloadIndex(facts);
        var workloadEdges = new WorkloadEdges(facts, workloads, catalog, tags, draft);
        workloadEdges.AddNodes();
        var readings = new ResourceReadings(facts.Resources, policies, facts.Account);
        foreach (ResourcePolicy policy in readings.Policies.Values)
        {
            catalog.List(policy.Fact, policy.Arn, NodeKinds.Resource, policy.Arn[(policy.Arn.LastIndexOfAny(['/', ':']) + 1)..], 1);
        }

        ArnPattern[] buckets = [.. catalog.Placed.GetValueOrDefault("s3", []).Where(entry => entry.Kind == table.Bucket).Select(entry => entry.Arn)];
        foreach (CompiledStatement statement in policies.All)
        {
            foreach (string resource in statement.Statement.Resources)
            {
                catalog.Name(statement.Fact, resource);
            }
        }

        new CredentialNodes(facts, catalog, draft).Add();
        var factory = new HubFactory(facts.Account, facts.Partition, table);
        var binder = new StatementBinder();
        var resources = new ResourceRights(readings, policies.ResourceControl(ResourceSpan.OfAccount(facts.Partition, facts.Account, RequestJudgement.RcpServices, buckets), table), binder, table, facts.Account);
        var memberships = new Memberships(facts);
        var restraints = new Restraints(facts, memberships, resources, binder, table);
        var holdings = new Holdings(facts, factory, memberships, restraints, binder, draft, table);
        holdings.Add();
        var byResources = new ResourceHoldings(facts, resources, factory, restraints, draft);
        byResources.Add();
        new Outsiders(facts, resources, binder, byResources, table, draft).Add();
        Root(facts, holdings, Widening.Anything(facts, table, "of the root user"), draft);

        var reader = new TrustReader(table, matcher, draft);
        var providers = new IdentityProviders(facts, workloads);
        List<Trust> trusts = [.. facts.Roles.SelectMany(reader.Read).Select(resources.Left).OfType<Trust>().Select(providers.Of)];
        foreach (Trust trust in trusts)
        {
            NameProvider(providers, catalog, trust);
        }

        // Techniques give further hubs, so those come when all are there.
        new TechniqueEdges(facts, table, factory, holdings, restraints, trusts, workloads, draft).Add();
        new HubEdges(facts, table, factory, new HubTargetsMaker(facts, table, factory, catalog, readings, draft), catalog, draft).Add(trusts);

        // Named sessions repeat the ways into their role, so they come when those are all there.
        var trustEdges = new TrustEdges(facts, scope, restraints, draft);
        foreach (Trust trust in trusts.OrderBy(trust => trust.Form == TrustForm.Session))
        {
            trustEdges.Add(trust);
        }

        workloadEdges.AddEdges(trusts);
        new SecretEdges(workloads, factory, table, draft).Add();
        new CallerTerms(facts, table, factory, holdings, draft).Add();
        foreach (string arn in readings.Policies.Keys)
        {
            draft.Term(JoinSide.Ask, AwsKeys.PolicyTerm(arn), TermContent.Of(arn));
        }

        if (catalog.Untyped.Any())
        {
            draft.Problem(AwsDeriveProblems.TypesUnknown(catalog.Untyped.Count(), catalog.Untyped.Take(10)));
        }

        if (matcher.Unmatched.Count > 0)
        {
            draft.Problem(AwsDeriveProblems.ActionsUnmapped(matcher.Unmatched));
        }

        catalog.AddTree(facts.Least);
        new TrailEdges(facts, catalog, tags, draft).Add();
        new AccountabilityTerms(facts, workloads, tags, draft).Add();
        return draft.ToScope();
    }

    /// <summary>The account's own providers that trusts name; issuers that AWS knows by itself have none.</summary>
    private static void NameProvider(IdentityProviders providers, ResourceCatalog catalog, Trust trust)
    {
        if (trust.Form is TrustForm.Saml or TrustForm.Principal)
        {
            catalog.Name(trust.Role.Fact, trust.Value);
        }
        else if (trust.Form == TrustForm.Oidc && !IdentityProviders.IsBuiltIn(trust.Value))
        {
            catalog.Name(trust.Role.Fact, providers.ArnOf(trust.Value));
        }
    }

    /// <summary>Root may do everything in its account, whatever policies of the account say; its organisation's bind it.</summary>
    private static void Root(AccountFacts facts, Holdings holdings, CompiledStatement everything, GraphDraft draft)
    {
        foreach ((FactKey fact, JsonElement row) in facts.Report)
        {
            string arn = row.Text("arn") ?? fact.Key;
            if (arn.EndsWith(":root", StringComparison.Ordinal))
            {
                foreach (HeldHub held in holdings.HubsOfRoot(everything, new(PrincipalKind.Root, fact, row, facts.Organization?.Id)))
                {
                    var support = new Support(fact, null, "the root user may do everything in its account", "/arn");
                    if (held.Hub.Origin is null)
                    {
                        held.Hub.RestsOn(support);
                    }

                    draft.Edge(new(EdgeKind.Holds, AwsKeys.OfArn(arn), held.Hub.Key, ConditionSets.CertaintyOf(held.Conditions)) { Conditions = held.Conditions, Validity = held.Window, Assumptions = facts.OnRights }, support);
                }
            }
        }
    }
}
