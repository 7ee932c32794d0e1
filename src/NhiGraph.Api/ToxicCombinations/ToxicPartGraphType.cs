using GraphQL.Types;
using NhiGraph.Api.Entities;
using NhiGraph.Api.Paths;
using NhiGraph.Api.Schema;
using NhiGraph.Graph.Model;

namespace NhiGraph.Api.ToxicCombinations;

internal sealed class ToxicPartGraphType : ObjectGraphType<ToxicPartView>
{
    public ToxicPartGraphType()
    {
        Name = "ToxicPart";
        Field<NonNullGraphType<EnumGraphType<Capability>>>("capability").Resolve(context => context.Source.Part.Capability);
        Field<NonNullGraphType<EntityGraphType>>("on").Description("The nearest resource of those the part is about.").Resolve(context => context.Source.Of.Entity(context.Source.Part.On));
        Field<NonNullGraphType<EnumGraphType<Certainty>>>("certainty").Description("Of the path, which is the strongest.").Resolve(context => context.Source.Part.Certainty);
        Field<NonNullGraphType<AccessPathGraphType>>("path").Resolve(context => new PathView(context.Source.Of.Asked, context.Source.Of.Graph, context.Source.Part.Path));
    }
}
