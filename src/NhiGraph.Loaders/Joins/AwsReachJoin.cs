using System.Collections.Frozen;
using System.Collections.Immutable;
using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Aws.Data;
using NhiGraph.Loaders.Aws.Derive;
using NhiGraph.Loaders.Aws.Policy;
using NhiGraph.Loaders.Drafts;

namespace NhiGraph.Loaders.Joins;

/// <summary>Joins what a resource's policy leaves to another account, or to each, with what that account's policies give there: both sides must allow one action on one thing.</summary>
internal sealed class AwsReachJoin(GraphDraft draft, ActionTable table)
{
    private readonly FrozenDictionary<string, int> kinds = table.Kinds.Select((kind, i) => (kind.Name, i)).Where(pair => !pair.Name.EndsWith(':')).ToFrozenDictionary(pair => pair.Name, pair => pair.i, StringComparer.Ordinal);

    /// <summary>A hub of another account, with what its holders have as sets.</summary>
    internal sealed record Right(JoinTerms.Reaching Asked, string Account, IndexSet Always, IndexSet Sometimes, KnownCaller Known)
    {
        internal static Right Of(JoinTerms.Reaching asked, string scope)
        {
            string account = scope[AwsKeys.Account("").Length..];
            return new(asked, account, IndexSet.OfRuns(asked.Always), IndexSet.OfRuns(asked.Sometimes), KnownCaller.OfAccount(account, asked.Organization));
        }
    }

    internal void Add(JoinTerms.Guest guest, IEnumerable<Right> rights)
    {
        (JoinTerms.Allowance Allowance, Grant Grant)[] allowances = [.. guest.Allowances.Select(allowance => (allowance, allowance.ToGrant()))];
        foreach (Right right in rights)
        {
            foreach ((JoinTerms.Allowance allowance, Grant allowed) in allowances.Where(one => one.Grant.Actions.Intersects(right.Sometimes)))
            {
                if (right.Known.Left(allowed) is { } grant)
                {
                    Add(guest, allowance, grant, right);
                }
            }
        }
    }

    private void Add(JoinTerms.Guest guest, JoinTerms.Allowance allowance, Grant grant, Right right)
    {
        IndexSet actions = grant.Actions.And(table.Giving(right.Asked.Capability)).And(right.Sometimes);
        foreach (int kind in right.Asked.Kinds.Where(kinds.ContainsKey).Select(name => kinds[name]))
        {
            IndexSet of = IndexSet.Of(actions.Members().Where(action => table.Actions[action].Types.Contains(kind)));
            foreach (ArnPattern pattern in of.IsEmpty ? [] : grant.Includes.Where(table.Kinds[kind].IsNamedBy))
            {
                if (Reached(right.Asked, pattern) is { } reached)
                {
                    Over(guest, allowance, grant, right.Asked, reached.Pattern, reached.Whole && grant.Exclusions.IsEmpty && grant.Lowered.IsEmpty, of.Intersects(right.Always));
                }
            }
        }
    }

    /// <summary>The narrower of what is lent and what the right names; <c>Whole</c> where all of that is surely in both.</summary>
    private static (ArnPattern Pattern, bool Whole)? Reached(JoinTerms.Reaching right, ArnPattern lent) => right.Span.Reaches(lent) switch
    {
        null => null,
        true => (lent, true),
        false => right.Span.Includes.Select(ArnPattern.Parse).FirstOrDefault(include => lent.Covers(include)) is { } narrower && right.Span.Reaches(narrower) is { } whole ? (narrower, whole) : (lent, false),
    };

    private void Over(JoinTerms.Guest guest, JoinTerms.Allowance allowance, Grant grant, JoinTerms.Reaching right, ArnPattern reached, bool whole, bool sure)
    {
        Condition[] open =
        [
            .. sure ? [] : new[] { ConditionSets.Make("Action", "AllowedBy", [guest.Resource], $"an action that both the caller's policies and the policy of {guest.Resource} allow") },
            .. whole ? [] : new[] { ConditionSets.Make("Resource", "AllowedBy", [guest.Resource], $"a part that both the caller's policies and the policy of {guest.Resource} allow") },
            .. Stretch.Condition(grant.Window),
        ];
        ImmutableArray<Condition> conditions = ConditionSets.Union(grant.Conditions, ConditionSets.Sorted(open));
        string beginning = guest.Resource + "/";
        OnTarget target = whole && reached.Text.StartsWith(beginning, StringComparison.Ordinal) && reached.Text != beginning + "*" && guest.Resource.Contains(":s3:", StringComparison.Ordinal) ? OnTarget.Part(OnEffect.Allow, [reached.Text[beginning.Length..]]) : OnTarget.AllowSelf;
        draft.Node(right.Support.Fact!.Value, right.Hub, NodeKinds.Entitlement, right.Name, 0);
        draft.Node(allowance.Support.Fact!.Value, AwsKeys.OfArn(guest.Resource), NodeKinds.Resource, guest.ResourceName, 0);
        draft.Edge(new(EdgeKind.On, right.Hub, AwsKeys.OfArn(guest.Resource), ConditionSets.CertaintyOf(conditions)) { On = target, Conditions = conditions, Assumptions = guest.Assumptions }, [allowance.Support, right.Support]);
    }
}
