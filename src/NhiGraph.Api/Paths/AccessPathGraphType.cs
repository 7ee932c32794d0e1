using GraphQL.Types;
using NhiGraph.Api.Schema;
using NhiGraph.Graph.Model;

namespace NhiGraph.Api.Paths;

internal sealed class AccessPathGraphType : ObjectGraphType<PathView>
{
    public AccessPathGraphType()
    {
        Name = "AccessPath";
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<AccessStepGraphType>>>>("steps").Resolve(context => context.Source.Steps);
        Field<NonNullGraphType<IntGraphType>>("length").Resolve(context => context.Source.Path.Length);
        Field<NonNullGraphType<EnumGraphType<Certainty>>>("certainty").Description("Of its weakest edge.").Resolve(context => context.Source.Path.Certainty);
        Field<StringGraphType>("contradiction").Description("Why its conditions cannot hold together, where they cannot.").Resolve(context => context.Source.Path.Contradiction);
    }
}
