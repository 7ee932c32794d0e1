using GraphQL.Types;
using NhiGraph.Api.Accountability;
using NhiGraph.Api.Paging;
using NhiGraph.Loaders.Runs;
using NhiGraph.Storage.Parts;

namespace NhiGraph.Api.Entities;

internal sealed class ConsumerGraphType : ObjectGraphType<EntityNode>
{
    public ConsumerGraphType()
    {
        Name = "Consumer";
        this.AsEntity();
        this.AddConsumerFields();
        Field<NonNullGraphType<AttributionGraphType>>("creator").Description("Who wrote or set it up.").Resolve(context => context.Source.Related(Relation.Creators, AttributionAnswer.Of));
        Field<NonNullGraphType<OwnershipListGraphType>>("owners").Resolve(context => context.Source.Related(Relation.Owners, OwnershipAnswer.Of));
        this.PagedField<EntityNode, CredentialGraphType>("credentials").Resolve(context => Relations.Page(context, Relation.UsedCredentials, DatasetTells.Credentials));
    }
}
