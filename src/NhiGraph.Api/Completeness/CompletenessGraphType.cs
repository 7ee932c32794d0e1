using GraphQL.Types;

namespace NhiGraph.Api.Completeness;

internal sealed class CompletenessGraphType : ObjectGraphType<CompletenessAnswer>
{
    public CompletenessGraphType()
    {
        Name = "Completeness";
        Field<NonNullGraphType<BooleanGraphType>>("complete").Resolve(context => context.Source.Complete);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<SourceStateGraphType>>>>("sources")
            .Description("The datasets that could have seen otherwise.").Resolve(context => context.Source.Sources);
    }
}
