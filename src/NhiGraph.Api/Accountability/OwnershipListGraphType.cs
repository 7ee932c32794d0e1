using GraphQL.Types;
using NhiGraph.Api.Completeness;
using NhiGraph.Api.Schema;

namespace NhiGraph.Api.Accountability;

internal sealed class OwnershipListGraphType : ObjectGraphType<OwnershipAnswer>
{
    public OwnershipListGraphType()
    {
        Name = "OwnershipList";
        Field<NonNullGraphType<EnumGraphType<KnownState>>>("state").Resolve(context => context.Source.State);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<OwnershipGraphType>>>>("nodes")
            .Resolve(context => context.Source.Edges.Select(edge => new Ownership(context.Source.Owned, edge)));
        Field<NonNullGraphType<CompletenessGraphType>>("completeness").Resolve(context => context.Source.Completeness);
    }
}
