using NhiGraph.Loaders.Aws.Data;
using NhiGraph.Loaders.Aws.Policy;

namespace NhiGraph.Loaders.Aws.Derive;

/// <summary>
/// Deny statements of an organisation that keep something from everybody in an account and yet leave it its administrators, as those of single resources do. One that keeps from users and roles, that takes whole services, or that holds
/// on all there is under a condition is no such guardrail: who is left with that does not administer the account for certain.
/// </summary>
internal sealed class Guardrails(ActionTable table)
{
    private readonly IndexSet identities = table.Of(["iam", "sts"]);

    /// <summary>Those of the statements that are guardrails.</summary>
    internal BoundStatement[] Among(IEnumerable<BoundStatement> denies)
    {
        BoundStatement[] some = [.. denies.Where(deny => deny.Source.Fact.Dataset == AwsDatasets.Organization && !deny.Source.Actions.Intersects(identities) && (deny.Unless is null || !IsEverywhere(deny)))];
        IndexSet everywhere = some.Where(IsEverywhere).Aggregate(IndexSet.Empty, (set, deny) => set.Or(deny.Source.Actions));
        return table.Administrable.Any(service => everywhere.Includes(service.Actions)) ? [.. some.Where(deny => !IsEverywhere(deny))] : some;
    }

    private static bool IsEverywhere(BoundStatement deny) => deny.Reach.Covers(ArnPattern.Everything);
}
