using GraphQL;
using GraphQL.Types;
using NhiGraph.Api.Entities;
using NhiGraph.Api.Paths;
using NhiGraph.Api.Schema;
using NhiGraph.Graph.Model;
using NhiGraph.Graph.Paths;

namespace NhiGraph.Api.Reach;

internal sealed class ReachedEntityGraphType : ObjectGraphType<ReachedEntityView>
{
    public ReachedEntityGraphType()
    {
        Name = "ReachedEntity";
        Field<NonNullGraphType<EntityGraphType>>("entity").Resolve(context => context.Source.Entity);
        Field<NonNullGraphType<IntGraphType>>("distance").Resolve(context => context.Source.Reached.Distance);
        Field<NonNullGraphType<EnumGraphType<Certainty>>>("certainty").Description("Of the strongest path.").Resolve(context => context.Source.Reached.Certainty);
        Field<NonNullGraphType<AccessPathGraphType>>("path").PathOrder().Resolve(context => context.Source.PathBy(context.GetArgument("by", PathOrder.Shortest)));
    }
}
