using GraphQL.Types;

namespace NhiGraph.Api.Reach;

internal sealed class BoundsGraphType : ObjectGraphType<BoundsAnswer>
{
    public BoundsGraphType()
    {
        Name = "Bounds";
        Field<NonNullGraphType<IntGraphType>>("proved").Description("By PROVED edges alone.").Resolve(context => context.Source.Count.Proved);
        Field<NonNullGraphType<IntGraphType>>("possible").Description("By all that the options allow.").Resolve(context => context.Source.Count.Possible);
        Field<NonNullGraphType<BooleanGraphType>>("open").Description("Missing grants could raise it.").Resolve(context => context.Source.Open);
    }
}
