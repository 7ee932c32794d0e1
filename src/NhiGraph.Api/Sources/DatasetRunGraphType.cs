using GraphQL.Types;
using NhiGraph.Api.Schema;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Api.Sources;

internal sealed class DatasetRunGraphType : ObjectGraphType<DatasetRun>
{
    public DatasetRunGraphType()
    {
        Name = "DatasetRun";
        Field<NonNullGraphType<IdGraphType>>("source").Resolve(context => context.Source.Source);
        Field<NonNullGraphType<StringGraphType>>("scope").Resolve(context => context.Source.Scope);
        Field<NonNullGraphType<StringGraphType>>("dataset").Resolve(context => context.Source.Dataset);
        Field<NonNullGraphType<EnumGraphType<DatasetState>>>("state").Resolve(context => context.Source.State);
        Field<NonNullGraphType<IntGraphType>>("facts").Resolve(context => context.Source.Facts);
    }
}
