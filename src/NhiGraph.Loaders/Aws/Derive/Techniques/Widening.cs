using System.Collections.Immutable;
using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Aws.Data;
using NhiGraph.Loaders.Aws.Policy;

namespace NhiGraph.Loaders.Aws.Derive.Techniques;

/// <summary>What a principal has once somebody may write its policies: everything, but for what Deny statements of others and its boundary keep from it; and what it has without its boundary.</summary>
internal sealed class Widening(AccountFacts facts, ActionTable table, Holdings holdings)
{
    private readonly CompiledStatement anything = Anything(facts, table, "of the caller's choice");

    /// <summary>A statement that allows everything.</summary>
    /// <param name="policy">What a reader calls its policy.</param>
    internal static CompiledStatement Anything(AccountFacts facts, ActionTable table, string policy) =>
        new(facts.Least, policy, "", new PolicyStatement(0, "", null, true, ["*"], false, ["*"], false, [], false, []), table.All, variables: false);

    /// <summary>All there is, as a statement gives it.</summary>
    internal Grant Everything => new(anything, table.All, [ArnPattern.Everything], [], [], []);

    internal IEnumerable<HeldHub> Of(Principal target) => holdings.HubsOf(anything, target).Select(hub => hub with { Conditions = ConditionSets.Union(hub.Conditions, target.UnreadBoundary) });

    /// <summary>Nothing where there is no boundary.</summary>
    internal IEnumerable<HeldHub> WithoutBoundary(Principal target) => target.BoundaryArn is null ? [] : holdings.AllowsOf(target).SelectMany(statement => holdings.HubsWithoutBoundary(statement, target));
}
