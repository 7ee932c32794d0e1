using GraphQL.Types;
using NhiGraph.Api.Reach;
using NhiGraph.Api.Schema;
using NhiGraph.Graph.Model;

namespace NhiGraph.Api.BlastRadius;

internal sealed class CapabilityCountGraphType : ObjectGraphType<CapabilityCountView>
{
    public CapabilityCountGraphType()
    {
        Name = "CapabilityCount";
        Field<NonNullGraphType<EnumGraphType<Capability>>>("capability").Resolve(context => context.Source.Count.Capability);
        Field<NonNullGraphType<BoundsGraphType>>("resources").Resolve(context => new BoundsAnswer(context.Source.Count.Resources, context.Source.Open));
    }
}
