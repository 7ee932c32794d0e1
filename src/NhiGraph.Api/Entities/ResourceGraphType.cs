using GraphQL.Types;
using NhiGraph.Api.Paging;
using NhiGraph.Loaders.Runs;
using NhiGraph.Storage.Parts;

namespace NhiGraph.Api.Entities;

internal sealed class ResourceGraphType : ObjectGraphType<EntityNode>
{
    public ResourceGraphType()
    {
        Name = "Resource";
        this.AsEntity();
        this.AddResourceFields();
        this.PagedField<EntityNode, EntityGraphType>("children").Description("What it contains directly.")
            .Resolve(context => Relations.Page(context, Relation.Children, DatasetTells.Resources));
    }
}
