using GraphQL.Types;
using NhiGraph.Analysis.Departure;
using NhiGraph.Api.Entities;
using NhiGraph.Api.Schema;

namespace NhiGraph.Api.Departure;

internal sealed class DepartureItemGraphType : ObjectGraphType<DepartureItemView>
{
    public DepartureItemGraphType()
    {
        Name = "DepartureItem";
        Field<NonNullGraphType<EntityGraphType>>("entity").Resolve(context => context.Source.Entity);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<DepartureRelationGraphType>>>>("relations").Resolve(context => context.Source.Relations);
        Field<NonNullGraphType<EnumGraphType<DepartureAction>>>("proposal").Resolve(context => context.Source.Item.Proposal);
        Field<NonNullGraphType<StringGraphType>>("why").Resolve(context => context.Source.Why);
    }
}
