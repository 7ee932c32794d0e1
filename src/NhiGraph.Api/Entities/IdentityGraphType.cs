using GraphQL.Types;
using NhiGraph.Api.Accountability;
using NhiGraph.Api.BlastRadius;
using NhiGraph.Api.Exposure;
using NhiGraph.Api.Holdings;
using NhiGraph.Api.Paging;
using NhiGraph.Loaders.Runs;

namespace NhiGraph.Api.Entities;

internal sealed class IdentityGraphType : ObjectGraphType<EntityNode>
{
    public IdentityGraphType()
    {
        Name = "Identity";
        this.AsEntity();
        this.AddIdentityFields();
        this.PagedField<EntityNode, CredentialGraphType>("credentials").Resolve(context => Relations.Page(context, Relations.Credentials(context.Source), DatasetTells.Credentials));
        this.PagedField<EntityNode, EntityGraphType>("consumers").Description("What uses its credentials or may act as it.")
            .Resolve(context => Relations.Page(context, Relations.Consumers(context.Source), DatasetTells.Consumers | DatasetTells.Credentials));
        Field<NonNullGraphType<AttributionGraphType>>("creator").Resolve(context => AttributionAnswer.Of(context.Source));
        Field<NonNullGraphType<OwnershipListGraphType>>("owners").Resolve(context => OwnershipAnswer.Of(context.Source));
        this.PagedField<EntityNode, HoldingGraphType>("entitlements").Description("Entitlements it holds itself and through its groups.").Resolve(HoldingAnswer.Page);
        this.AddBlastRadiusField();
        this.AddExposureField();
    }
}
