using GraphQL.Types;
using NhiGraph.Api.Accountability;
using NhiGraph.Api.BlastRadius;
using NhiGraph.Api.ChainOfTrust;
using NhiGraph.Api.Exposure;
using NhiGraph.Api.Holdings;
using NhiGraph.Api.Paging;
using NhiGraph.Loaders.Runs;
using NhiGraph.Storage.Parts;

namespace NhiGraph.Api.Entities;

internal sealed class IdentityGraphType : ObjectGraphType<EntityNode>
{
    public IdentityGraphType()
    {
        Name = "Identity";
        this.AsEntity();
        this.AddIdentityFields();
        this.PagedField<EntityNode, CredentialGraphType>("credentials").Resolve(context => Relations.Page(context, Relation.Credentials, DatasetTells.Credentials));
        this.PagedField<EntityNode, EntityGraphType>("consumers").Description("What uses its credentials or may act as it.")
            .Resolve(context => Relations.Page(context, Relation.Consumers, DatasetTells.Consumers | DatasetTells.Credentials));
        Field<NonNullGraphType<AttributionGraphType>>("creator").Resolve(context => context.Source.Related(Relation.Creators, AttributionAnswer.Of));
        Field<NonNullGraphType<OwnershipListGraphType>>("owners").Resolve(context => context.Source.Related(Relation.Owners, OwnershipAnswer.Of));
        this.PagedField<EntityNode, HoldingGraphType>("entitlements").Description("Entitlements it holds itself and through its groups.").Resolve(HoldingAnswer.Page);
        Field<ApplicationGraphType>("application").Description("The first that it belongs to.").Resolve(context => Relations.First(context.Source, Relation.Applications));
        this.AddBlastRadiusField();
        this.AddExposureField();
        this.AddTrustField();
    }
}
