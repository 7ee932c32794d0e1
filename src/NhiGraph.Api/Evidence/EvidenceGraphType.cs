using GraphQL.Types;
using NhiGraph.Api.Sources;

namespace NhiGraph.Api.Evidence;

internal sealed class EvidenceGraphType : ObjectGraphType<EvidenceAnswer>
{
    public EvidenceGraphType()
    {
        Name = "Evidence";
        Field<NonNullGraphType<SourceGraphType>>("source").Resolve(context => context.Source.Source);
        Field<NonNullGraphType<IdGraphType>>("run").Resolve(context => context.Source.Run.ToString());
        Field<NonNullGraphType<IdGraphType>>("fact").Resolve(context => context.Source.FactId);
        Field<NonNullGraphType<StringGraphType>>("statement").Description("E.g. policy deploy, statement 2 (Sid AllowAll).").Resolve(context => context.Source.Statement);
        Field<StringGraphType>("locator").Description("Where it stands in the fact, as a JSON pointer.").Resolve(context => context.Source.Locator);
    }
}
