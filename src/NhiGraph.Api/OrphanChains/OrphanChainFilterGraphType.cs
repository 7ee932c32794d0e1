using GraphQL.Types;
using NhiGraph.Analysis.Answers;
using NhiGraph.Analysis.OrphanChains;
using NhiGraph.Api.Accountability;
using NhiGraph.Api.Schema;

namespace NhiGraph.Api.OrphanChains;

internal sealed class OrphanChainFilterGraphType : InputObjectGraphType
{
    public OrphanChainFilterGraphType()
    {
        Name = "OrphanChainFilter";
        Description = "All that are given must hold.";
        Field<ListGraphType<NonNullGraphType<EnumGraphType<OrphanReason>>>>("reasons").Description("At least one of these is known to hold.");
        Field<ListGraphType<NonNullGraphType<EnumGraphType<Severity>>>>("severities");
        Field<ListGraphType<NonNullGraphType<StringGraphType>>>("scopes").Description("Of the identity.");
        Field<ListGraphType<NonNullGraphType<StringGraphType>>>("environments").Description("Of the identity; letter case does not count.");
        Field<ListGraphType<NonNullGraphType<EnumGraphType<KnownState>>>>("states").Description("KNOWN where left out; UNKNOWN are chains that the sources which were read do not decide.");
    }
}
