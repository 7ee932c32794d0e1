using GraphQL.Types;
using NhiGraph.Api.Paging;
using NhiGraph.Loaders.Runs;

namespace NhiGraph.Api.Entities;

internal sealed class ResourceGraphType : ObjectGraphType<EntityNode>
{
    public ResourceGraphType()
    {
        Name = "Resource";
        this.AsEntity();
        this.AddResourceFields();
        this.PagedField<EntityNode, EntityGraphType>("children").Description("What it contains directly.")
            .Resolve(context => Relations.Page(context, Relations.Children(context.Source), DatasetTells.Resources));
    }
}
