using GraphQL.Types;
using NhiGraph.Api.Entities;
using NhiGraph.Api.Evidence;
using NhiGraph.Api.Schema;
using NhiGraph.Graph.Model;

namespace NhiGraph.Api.Accountability;

internal sealed class OwnershipGraphType : ObjectGraphType<Ownership>
{
    public OwnershipGraphType()
    {
        Name = "Ownership";
        Field<NonNullGraphType<EnumGraphType<OwnershipRole>>>("role").Resolve(context => context.Source.Role);
        Field<NonNullGraphType<EntityGraphType>>("owner").Description("A person or a team.").Resolve(context => context.Source.Owner);
        Field<EntityGraphType>("through").Description("The application it belongs to, or the identity it is a session of, where the owner is that one's; null where the owner is its own.").Resolve(context => context.Source.Through);
        Field<UtcDateTimeGraphType>("since").Resolve(context => context.Source.Since);
        Field<BooleanGraphType>("active").Description("Whether the owner is still here; null where that is not known.").Resolve(context => context.Source.Active);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<EvidenceGraphType>>>>("evidence").Resolve(context => EdgeEvidence.Of(context.Source.Owned, [context.Source.Edge.Id]));
    }
}
