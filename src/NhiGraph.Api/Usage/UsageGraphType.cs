using GraphQL.Types;
using NhiGraph.Api.Completeness;
using NhiGraph.Api.Schema;

namespace NhiGraph.Api.Usage;

internal sealed class UsageGraphType : ObjectGraphType<UsageAnswer>
{
    public UsageGraphType()
    {
        Name = "Usage";
        Description = "When something was last used. NEVER: a source that keeps its uses was read whole and has none.";
        Field<NonNullGraphType<EnumGraphType<UsageState>>>("state").Resolve(context => context.Source.State);
        Field<UtcDateTimeGraphType>("at").Resolve(context => context.Source.At);
        Field<NonNullGraphType<CompletenessGraphType>>("completeness").Resolve(context => context.Source.Completeness);
    }
}
