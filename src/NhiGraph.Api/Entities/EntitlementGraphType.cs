using GraphQL.Types;
using NhiGraph.Api.Accountability;
using NhiGraph.Api.Holdings;
using NhiGraph.Api.Paging;
using NhiGraph.Api.Schema;
using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Runs;
using NhiGraph.Storage.Parts;

namespace NhiGraph.Api.Entities;

internal sealed class EntitlementGraphType : ObjectGraphType<EntityNode>
{
    public EntitlementGraphType()
    {
        Name = "Entitlement";
        this.AsEntity();
        Field<NonNullGraphType<EnumGraphType<Capability>>>("capability").Resolve(context => context.Source.Graph.CapabilityOf(context.Source.Node));
        Field<StringGraphType>("target").Resolve(context => context.Source.Text(PropertyNames.Target));
        this.PagedField<EntityNode, EntityGraphType>("holders").Description("Identities and groups that hold it directly.")
            .Resolve(context => Relations.Page(context, Relation.Holders, DatasetTells.Grants));
        this.PagedField<EntityNode, AttributionGraphType>("grantedBy").Description("Who gave it to somebody, as the logs tell: people first, then the identities that acted. The evidence says what was given to whom.").Resolve(AttributionAnswer.Page);
        this.PagedField<EntityNode, EntitlementTargetGraphType>("targets").Description("The resources it names: allowed and excepted.").Resolve(EntitlementTarget.Page);
    }
}
