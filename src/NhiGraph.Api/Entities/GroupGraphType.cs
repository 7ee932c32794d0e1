using GraphQL.Types;
using NhiGraph.Api.Holdings;
using NhiGraph.Api.Paging;
using NhiGraph.Loaders.Runs;
using NhiGraph.Storage.Parts;

namespace NhiGraph.Api.Entities;

internal sealed class GroupGraphType : ObjectGraphType<EntityNode>
{
    public GroupGraphType()
    {
        Name = "Group";
        this.AsEntity();
        this.PagedField<EntityNode, EntityGraphType>("members").Resolve(context => Relations.Page(context, Relation.Members, DatasetTells.Identities));
        this.PagedField<EntityNode, HoldingGraphType>("entitlements").Resolve(HoldingAnswer.Page);
    }
}
