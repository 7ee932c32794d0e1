using GraphQL.Types;
using NhiGraph.Api.Schema;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Api.Completeness;

internal sealed class SourceStateGraphType : ObjectGraphType<SourceState>
{
    public SourceStateGraphType()
    {
        Name = "SourceState";
        Field<NonNullGraphType<IdGraphType>>("source").Resolve(context => context.Source.Source);
        Field<StringGraphType>("scope").Description("Null where the dataset was never named by a run.").Resolve(context => context.Source.Scope);
        Field<NonNullGraphType<StringGraphType>>("dataset").Resolve(context => context.Source.Dataset);
        Field<NonNullGraphType<EnumGraphType<DatasetState>>>("state").Resolve(context => context.Source.State);
        Field<UtcDateTimeGraphType>("asOf").Resolve(context => context.Source.AsOf);
        Field<StringGraphType>("statement").Description("What the dataset is and where to get it.").Resolve(context => context.Source.Statement);
    }
}
