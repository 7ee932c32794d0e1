using GraphQL.Types;
using NhiGraph.Analysis.Answers;
using NhiGraph.Graph.Reach;

namespace NhiGraph.Api.Reach;

internal sealed class ReachSummaryGraphType : ObjectGraphType<SummaryAnswer>
{
    public ReachSummaryGraphType()
    {
        Name = "ReachSummary";
        Count("identities", summary => summary.Identities);
        Count("credentials", summary => summary.Credentials);
        Count("consumers", summary => summary.Consumers);
        Count("groups", summary => summary.Groups);
        Count("entitlements", summary => summary.Entitlements);
        Count("humans", summary => summary.Humans);
        Count("resources", summary => summary.Resources, "Resources that hold data or run code; containers are not counted.");
        Count("sensitiveResources", summary => summary.SensitiveResources, "Those of them that are confidential or restricted.");
        Count("administers", summary => summary.Administers, "Containers over which ADMINISTER is reached.");
        Count("scopes", summary => summary.Scopes, "Accounts, tenants, clusters and organisations touched.");
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<StringGraphType>>>>("environments").Resolve(context => context.Source.Summary.Environments);
        Field<NonNullGraphType<IntGraphType>>("depth").Description("The greatest distance of an entity.").Resolve(context => context.Source.Summary.Depth);
    }

    private void Count(string name, Func<ReachSummary, ReachBounds> count, string? description = null) =>
        Field<NonNullGraphType<BoundsGraphType>>(name).Description(description).Resolve(context => new BoundsAnswer(count(context.Source.Summary), context.Source.Open));
}
