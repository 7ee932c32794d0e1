using GraphQL;
using GraphQL.Types;
using NhiGraph.Api.Entities;
using NhiGraph.Api.Paths;
using NhiGraph.Api.Schema;
using NhiGraph.Graph.Model;
using NhiGraph.Graph.Paths;

namespace NhiGraph.Api.BlastRadius;

internal sealed class ReachedResourceGraphType : ObjectGraphType<ReachedResourceView>
{
    public ReachedResourceGraphType()
    {
        Name = "ReachedResource";
        Field<NonNullGraphType<EntityGraphType>>("resource").Resolve(context => context.Source.Resource);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<EnumGraphType<Capability>>>>>("capabilities").Description("By PROVED edges alone.")
            .Resolve(context => context.Source.Reached.Proved.Members());
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<EnumGraphType<Capability>>>>>("capabilitiesPossible").Description("By all that the options allow.")
            .Resolve(context => context.Source.Reached.Possible.Members());
        Field<NonNullGraphType<IntGraphType>>("distance").Resolve(context => context.Source.Reached.Distance);
        Field<NonNullGraphType<EnumGraphType<Certainty>>>("certainty").Description("Of the strongest path.").Resolve(context => context.Source.Reached.Certainty);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<StringGraphType>>>>("parts").Description("The parts of it that are reached, as globs; empty means all of it.")
            .Resolve(context => context.Source.Parts);
        Field<NonNullGraphType<AccessPathGraphType>>("path").Argument<EnumGraphType<Capability>>("capability").PathOrder()
            .Resolve(context => context.Source.PathBy(context.GetArgument<Capability?>("capability"), context.GetArgument("by", PathOrder.Shortest)));
    }
}
