using System.Collections.Immutable;
using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Aws.Data;
using NhiGraph.Loaders.Aws.Derive;
using NhiGraph.Loaders.Aws.Derive.CrossAccount;
using NhiGraph.Loaders.Aws.Policy;
using NhiGraph.Loaders.Drafts;
using NhiGraph.Loaders.Runs;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Loaders.Joins;

/// <summary>
/// Joins what a resource's policy lets a single principal of another account do with what that account lets it do: it holds what both allow. Where the other account was never loaded, the policy alone says so (DECLARED).
/// </summary>
internal sealed class AwsGuestJoin(GraphDraft draft, JoinInput input, ActionTable table, AwsCallers callers, ILookup<string, JoinTerms.Guest> byResource)
{
    private readonly string account = input.Scope[AwsKeys.Account("").Length..];
    private readonly Dictionary<string, HubFactory> factories = new(StringComparer.Ordinal);
    private readonly HashSet<(Hub Hub, string Resource)> over = [];
    private readonly int decrypt = table.Find("kms:Decrypt");

    internal void Add(JoinTerms.Guest guest)
    {
        string of = AwsKeys.AccountOf(guest.Who);
        Support first = guest.Allowances[0].Support;
        string node = CallerNode.Add(draft, first.Fact!.Value, guest.Who);
        if (!input.Scopes.Contains(AwsKeys.Account(of)))
        {
            Declare(guest, node);
            return;
        }

        if (callers.Find(guest.Who) is not { } caller)
        {
            return;
        }

        Hold(guest, node, caller, []);
        if (CallerNode.IsSession(guest.Who))
        {
            CallerNode.SessionOf(draft, guest.Who, caller, first);
            Hold(guest, caller.Node, caller, [CallerNode.IsNamed(guest.Who)]);
        }
    }

    /// <summary>Whoever of an account that was never loaded.</summary>
    internal void AddAccount(JoinTerms.Guest guest)
    {
        if (!input.Scopes.Contains(AwsKeys.Account(guest.Who)))
        {
            string node = $"{AwsKeys.Account(guest.Who)}#principals";
            draft.Node(guest.Allowances[0].Support.Fact!.Value, node, NodeKinds.Group, $"principals of AWS account {guest.Who}", 0, (PropertyNames.Scope, AwsKeys.Account(guest.Who)));
            Declare(guest, node);
        }
    }

    /// <summary>The hubs that were made, and what they are over.</summary>
    internal void DrawHubs()
    {
        foreach ((Hub hub, string resource) in over.OrderBy(pair => pair.Hub.Key, StringComparer.Ordinal).ThenBy(pair => pair.Resource, StringComparer.Ordinal))
        {
            HubNode.Add(draft, hub, input.Scope, table);
            var arn = ArnPattern.Parse(resource);
            FactKey fact = hub.Origin!.Fact!.Value;
            draft.Node(fact, AwsKeys.OfArn(resource), NodeKinds.Resource, resource[(resource.LastIndexOfAny(['/', ':']) + 1)..], 0);
            var entry = new CatalogEntry(AwsKeys.OfArn(resource), arn, table.KindOf(arn), ResourceType.Unknown, arn.Service, account, true, fact);
            foreach ((GraphEdge edge, Support support) in HubTargets.Of(hub, entry.Key, Coverage.Of(hub, entry, table), Certainty.Proved, []))
            {
                draft.Edge(edge, support);
            }
        }
    }

    private void Declare(JoinTerms.Guest guest, string node)
    {
        foreach (JoinTerms.Allowance allowance in guest.Allowances)
        {
            foreach (HeldHub held in HubsOf(guest, allowance.ToGrant(), allowance.Support))
            {
                draft.Edge(new(EdgeKind.Holds, node, held.Hub.Key, Certainty.Declared) { Conditions = held.Conditions, Validity = held.Window, Assumptions = AwsAssumptions.OnRights }, allowance.Support with { Statement = $"{allowance.Support.Statement}: {held.What}" });
            }
        }
    }

    private void Hold(JoinTerms.Guest guest, string node, JoinTerms.Caller caller, ImmutableArray<Condition> also)
    {
        foreach ((Grant joint, ImmutableArray<Support> supports) in Both(guest, caller, key => Decrypts(caller, key)))
        {
            foreach (HeldHub held in HubsOf(guest, joint, supports[0]))
            {
                ImmutableArray<Condition> conditions = ConditionSets.Union(ConditionSets.Union(held.Conditions, caller.Conditions), also);
                draft.Edge(
                    new(EdgeKind.Holds, node, held.Hub.Key, ConditionSets.CertaintyOf(conditions)) { Conditions = conditions, Validity = held.Window, Assumptions = [.. guest.Assumptions.Union(caller.Assumptions, StringComparer.Ordinal).Order(StringComparer.Ordinal)] },
                    [supports[0] with { Statement = $"{supports[0].Statement}: {held.What}" }, .. supports[1..]]);
            }
        }
    }

    /// <summary>What both sides allow, each with the statements of both.</summary>
    private IEnumerable<(Grant Joint, ImmutableArray<Support> Supports)> Both(JoinTerms.Guest guest, JoinTerms.Caller caller, Func<string, bool> decrypts)
    {
        var known = KnownCaller.Of(caller, decrypts);
        foreach (JoinTerms.Allowance allowance in guest.Allowances)
        {
            if (known.Left(allowance.ToGrant()) is not { } allowed)
            {
                continue;
            }

            foreach ((Grant right, ImmutableArray<Support> supports) in callers.RightsOf(caller))
            {
                if (DenySubtraction.Common(allowed, right) is { } joint)
                {
                    yield return (joint, [allowance.Support, .. supports]);
                }
            }
        }
    }

    /// <summary>Both sides surely let it decrypt with a key of this account.</summary>
    private bool Decrypts(JoinTerms.Caller caller, string key) => caller.Conditions.IsEmpty && byResource[key]
        .Where(guest => guest.Who == caller.Arn || guest.Who == AwsKeys.AccountOf(caller.Arn) || guest.Who == "*")
        .SelectMany(guest => Both(guest, caller, _ => false))
        .Any(both => both.Joint.Actions.Contains(decrypt) && both.Joint.Window.IsAlways && both.Joint.On(ArnPattern.Parse(key)) is { IsEmpty: true });

    private ImmutableArray<HeldHub> HubsOf(JoinTerms.Guest guest, Grant grant, Support support)
    {
        string partition = guest.Resource.Split(':')[1];
        if (!factories.TryGetValue(partition, out HubFactory? factory))
        {
            factories.Add(partition, factory = new(account, partition, table));
        }

        ImmutableArray<HeldHub> hubs = factory.HubsOf([grant], []);
        foreach (HeldHub held in hubs)
        {
            over.Add((held.Hub, guest.Resource));
            held.Hub.RestsOn(support);
        }

        return hubs;
    }
}
