using GraphQL.Types;
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
        this.PagedField<EntityNode, CredentialGraphType>("credentials").Resolve(context => Relations.Page(context, Relation.UsedCredentials, DatasetTells.Credentials));
    }
}
