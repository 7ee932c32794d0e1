using GraphQL.Types;
using NhiGraph.Storage.Reading;

namespace NhiGraph.Api.Entities;

internal sealed class AssertionGraphType : ObjectGraphType<NodeAssertion>
{
    public AssertionGraphType()
    {
        Name = "Assertion";
        Field<NonNullGraphType<IdGraphType>>("source").Resolve(context => context.Source.Fact.Source);
        Field<NonNullGraphType<StringGraphType>>("scope").Resolve(context => context.Source.Fact.Scope);
        Field<NonNullGraphType<StringGraphType>>("dataset").Resolve(context => context.Source.Fact.Dataset);
        Field<NonNullGraphType<IdGraphType>>("run").Resolve(context => context.Source.Run.ToString());
    }
}
