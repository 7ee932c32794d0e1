using System.Collections.Immutable;
using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Aws.Derive;
using NhiGraph.Loaders.Aws.Policy;
using NhiGraph.Loaders.Drafts;

namespace NhiGraph.Loaders.Joins;

/// <summary>Joins what a resource's policy leaves to another account with what that account's policies give there: both sides must allow one action on one thing.</summary>
internal static class AwsReachJoin
{
    internal static void Add(GraphDraft draft, JoinTerms.Lent lent, IEnumerable<JoinTerms.Reaching> rights)
    {
        foreach (JoinTerms.Reaching right in rights.Where(right => right.Capability == lent.Capability && right.Kinds.Contains(lent.Kind)))
        {
            foreach (string pattern in lent.Patterns)
            {
                if (Reached(right, ArnPattern.Parse(pattern)) is { } reached)
                {
                    Over(draft, lent, right, reached.Pattern, reached.Whole);
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

    private static void Over(GraphDraft draft, JoinTerms.Lent lent, JoinTerms.Reaching right, ArnPattern reached, bool whole)
    {
        Condition[] open =
        [
            .. lent.Whole ? [] : new[] { ConditionSets.Make("Action", "AllowedBy", [lent.Resource], $"an action that both the caller's policies and the policy of {lent.Resource} allow") },
            .. whole ? [] : new[] { ConditionSets.Make("Resource", "AllowedBy", [lent.Resource], $"a part that both the caller's policies and the policy of {lent.Resource} allow") },
        ];
        ImmutableArray<Condition> conditions = ConditionSets.Union(lent.Conditions, ConditionSets.Sorted(open));
        string beginning = lent.Resource + "/";
        OnTarget target = whole && reached.Text.StartsWith(beginning, StringComparison.Ordinal) && reached.Text != beginning + "*" && lent.Resource.Contains(":s3:", StringComparison.Ordinal) ? OnTarget.Part(OnEffect.Allow, [reached.Text[beginning.Length..]]) : OnTarget.AllowSelf;
        draft.Node(right.Support.Fact!.Value, right.Hub, NodeKinds.Entitlement, right.Name, 0);
        draft.Node(lent.Support.Fact!.Value, AwsKeys.OfArn(lent.Resource), NodeKinds.Resource, lent.ResourceName, 0);
        draft.Edge(new(EdgeKind.On, right.Hub, AwsKeys.OfArn(lent.Resource), ConditionSets.CertaintyOf(conditions)) { On = target, Conditions = conditions }, [lent.Support, right.Support]);
    }
}
