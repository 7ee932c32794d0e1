using GraphQL.Types;

namespace NhiGraph.Api.AwsAccess;

internal sealed class AwsContextInputGraphType : InputObjectGraphType<AwsContextInput>
{
    public AwsContextInputGraphType()
    {
        Name = "AwsContextInput";
        Description = "A context key of a request, such as aws:SourceIp. No values: the key is absent.";
        Field<NonNullGraphType<StringGraphType>>("key");
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<StringGraphType>>>>("values");
    }
}
