using GraphQL.Types;
using NhiGraph.Api.Accountability;
using NhiGraph.Api.Paging;
using NhiGraph.Api.Schema;
using NhiGraph.Api.Usage;
using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Runs;
using NhiGraph.Storage.Parts;

namespace NhiGraph.Api.Entities;

internal sealed class CredentialGraphType : ObjectGraphType<EntityNode>
{
    public CredentialGraphType()
    {
        Name = "Credential";
        this.AsEntity();
        Field<NonNullGraphType<EnumGraphType<CredentialType>>>("type").Resolve(context => context.Source.Value<CredentialType>(PropertyNames.CredentialType));
        Field<NonNullGraphType<EnumGraphType<Posture>>>("posture").Resolve(context => context.Source.Value<Posture>(PropertyNames.Posture));
        Field<UtcDateTimeGraphType>("createdAt").Resolve(context => context.Source.Date(PropertyNames.CreatedAt));
        Field<UtcDateTimeGraphType>("expiresAt").Resolve(context => context.Source.Date(PropertyNames.ExpiresAt));
        Field<UtcDateTimeGraphType>("lastRotatedAt").Resolve(context => context.Source.Date(PropertyNames.LastRotatedAt));
        Field<NonNullGraphType<UsageGraphType>>("lastUsed").Resolve(context => UsageAnswer.Of(context.Source));
        Field<BooleanGraphType>("enabled").Resolve(context => context.Source.Flag(PropertyNames.Enabled));
        Field<InactiveGraphType>("inactive").Description("Null while it works.").Resolve(context => context.Source.Related(Relation.Identities, Inactive.Of));
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<IdentityGraphType>>>>("identities")
            .Resolve(context => Relations.All(context.Source, Relation.Identities));
        this.PagedField<EntityNode, EntityGraphType>("consumers").Resolve(context => Relations.Page(context, Relation.Consumers, DatasetTells.Consumers));
        Field<NonNullGraphType<AttributionGraphType>>("creator").Resolve(context => context.Source.Related(Relation.Creators, AttributionAnswer.Of));
        Field<NonNullGraphType<OwnershipListGraphType>>("owners").Description("Its own; those of its identities are with them.").Resolve(context => context.Source.Related(Relation.Owners, OwnershipAnswer.Of));
        Field<NonNullGraphType<ExposureListGraphType>>("exposedTo").Resolve(context => context.Source.Related(Relation.ExposedTo, SecretExposureAnswer.Of));
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<EntityGraphType>>>>("storedIn")
            .Resolve(context => Relations.All(context.Source, Relation.StoredIn));
    }
}
