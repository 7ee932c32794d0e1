using GraphQL.Types;
using NhiGraph.Analysis.Answers;
using NhiGraph.Api.Schema;
using NhiGraph.Graph.Model;

namespace NhiGraph.Api.ToxicCombinations;

internal sealed class ToxicCombinationFilterGraphType : InputObjectGraphType
{
    public ToxicCombinationFilterGraphType()
    {
        Name = "ToxicCombinationFilter";
        Description = "All that are given must hold.";
        Field<ListGraphType<NonNullGraphType<IdGraphType>>>("rules").Description("Ids of rules.");
        Field<ListGraphType<NonNullGraphType<EnumGraphType<Severity>>>>("severities");
        Field<ListGraphType<NonNullGraphType<StringGraphType>>>("scopes").Description("In one of these accounts; leaves out what spans the estate.");
        Field<EnumGraphType<Certainty>>("certainty").Description("The weakest edge that counts; INFERRED where left out. By PROVED edges alone the smallest actor can be another one.");
        Field<BooleanGraphType>("includeExcepted").Description("What an exception accepts for now, too.");
    }
}
