using System.Collections.Immutable;
using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Aws.Data;
using NhiGraph.Loaders.Aws.Policy;
using NhiGraph.Loaders.Drafts;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Loaders.Aws.Derive;

/// <summary>Nodes of hubs and all that leaves them: what they include, what they are over, the roles that a right to assume gives here, and what they ask of other accounts.</summary>
internal sealed class HubEdges(AccountFacts facts, ActionTable table, HubFactory factory, HubTargetsMaker targets, ResourceCatalog catalog, GraphDraft draft)
{
    /// <summary>What is asked of resources that have policies of their own.</summary>
    private readonly IndexSet consenting = table.Of(ResourceConsent.All);

    internal void Add(IReadOnlyList<Trust> trusts)
    {
        foreach (Hub administer in factory.Hubs.Values.Where(hub => hub.Administered is not null && hub.Origin is not null))
        {
            foreach (Hub included in factory.Included[administer.Key])
            {
                included.RestsOn(administer.Origin!);
            }
        }

        Trust[] whole = [.. trusts.Where(trust => trust.Form == TrustForm.Account && trust.Account == facts.Account)];
        foreach (Hub hub in factory.Hubs.Values.Where(hub => hub.Origin is not null))
        {
            HubNode.Add(draft, hub, facts.Scope, table);
            targets.Add(hub);
            if (Reaching(hub) is { } reaching)
            {
                string right = TermContent.Of(reaching);
                draft.Term(JoinSide.Ask, AwsKeys.ReachTerm(facts.Account), right);
                draft.Term(JoinSide.Ask, AwsKeys.ReachTermOfAll, right);
            }

            if (hub.Capability == Capability.Impersonate && hub.Kinds.Contains(table.Role))
            {
                Assume(hub, whole);
            }
        }
    }

    /// <summary>What it may reach of other accounts' resources, where their policies let this account in; null for nothing.</summary>
    private JoinTerms.Reaching? Reaching(Hub hub)
    {
        if (hub.Administered is not null || !hub.Includes.Any(factory.ReachesBeyond))
        {
            return null;
        }

        ImmutableArray<string> kinds = [.. hub.Kinds.Members().Select(kind => table.Kinds[kind]).Where(kind => !kind.IsService && ResourceConsent.IsOf(kind.Service) && hub.Includes.Any(kind.IsNamedBy)).Select(kind => kind.Name)];
        return kinds.IsEmpty ? null : new(hub.Key, HubNode.NameOf(hub), hub.Capability, kinds, hub.Always.And(consenting).Runs, hub.Sometimes.And(consenting).Runs, JoinTerms.SpanOf(hub.Includes, hub.Exclusions, hub.Lowered), facts.Organization?.Id, hub.Origin!);
    }

    /// <summary>The hub with a trust in its whole account gives the role: nobody is joined with each role one by one.</summary>
    private void Assume(Hub hub, Trust[] whole)
    {
        foreach (Trust trust in whole)
        {
            if (hub.On(trust.Role.ArnPattern) is { } lowered)
            {
                ImmutableArray<Condition> conditions = ConditionSets.Union(trust.Conditions, lowered);
                draft.Edge(new(EdgeKind.Yields, hub.Key, trust.Role.Key, ConditionSets.CertaintyOf(conditions)) { Conditions = conditions, Validity = trust.Window, Assumptions = facts.OnRights }, [trust.Support, hub.Origin!]);
            }
        }

        string right = TermContent.Of(new JoinTerms.Right(hub.Key, HubNode.NameOf(hub), JoinTerms.SpanOf(hub.Includes, hub.Exclusions, hub.Lowered), hub.Origin!, facts.Organization?.Id, facts.OnRights));
        if (hub.Includes.Any(factory.ReachesBeyond))
        {
            draft.Term(JoinSide.Ask, AwsKeys.AssumeTerm(facts.Account), right);
        }

        foreach (CatalogEntry role in hub.Includes.Select(include => catalog.Find(include.Text)).OfType<CatalogEntry>().Where(entry => entry.Kind == table.Role && !entry.Placed && hub.On(entry.Arn) is not null))
        {
            draft.Term(JoinSide.Offer, AwsKeys.RightTerm(role.Arn.Text), right);
        }
    }
}
