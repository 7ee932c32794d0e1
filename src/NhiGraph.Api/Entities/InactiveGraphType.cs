using GraphQL.Types;
using NhiGraph.Api.Schema;
using NhiGraph.Graph.Model;

namespace NhiGraph.Api.Entities;

internal sealed class InactiveGraphType : ObjectGraphType<Inactive>
{
    public InactiveGraphType()
    {
        Name = "Inactive";
        Description = "Why and when it does not work.";
        Field<NonNullGraphType<InactiveReasonGraphType>>("reason").Resolve(context => context.Source.Reason);
        Field<UtcDateTimeGraphType>("from").Resolve(context => context.Source.From);
        Field<UtcDateTimeGraphType>("until").Resolve(context => context.Source.Until);
    }
}
