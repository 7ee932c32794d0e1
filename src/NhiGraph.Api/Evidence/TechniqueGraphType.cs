using GraphQL.Types;
using NhiGraph.Loaders.Runs;

namespace NhiGraph.Api.Evidence;

internal sealed class TechniqueGraphType : ObjectGraphType<TechniqueInfo>
{
    public TechniqueGraphType()
    {
        Name = "Technique";
        Field<NonNullGraphType<StringGraphType>>("id").Resolve(context => context.Source.Id);
        Field<NonNullGraphType<StringGraphType>>("title").Resolve(context => context.Source.Title);
        Field<NonNullGraphType<StringGraphType>>("statement").Resolve(context => context.Source.Statement);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<StringGraphType>>>>("permissions").Resolve(context => context.Source.Permissions);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<StringGraphType>>>>("references").Resolve(context => context.Source.References);
    }
}
