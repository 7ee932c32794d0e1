using GraphQL.Types;
using NhiGraph.Api.Schema;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Api.Sources;

internal sealed class RunGraphType : ObjectGraphType<RunView>
{
    public RunGraphType()
    {
        Name = "Run";
        Field<NonNullGraphType<IdGraphType>>("id").Resolve(context => context.Source.Run.Id.ToString());
        Field<SourceGraphType>("source").Resolve(context => context.Source.Source);
        Field<NonNullGraphType<EnumGraphType<RunKind>>>("kind").Resolve(context => context.Source.Run.Kind);
        Field<NonNullGraphType<EnumGraphType<RunState>>>("state").Resolve(context => context.Source.Run.State);
        Field<NonNullGraphType<UtcDateTimeGraphType>>("startedAt").Resolve(context => context.Source.Run.StartedAt);
        Field<UtcDateTimeGraphType>("finishedAt").Resolve(context => context.Source.Run.FinishedAt);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<DatasetRunGraphType>>>>("datasets").Resolve(context => context.Source.Run.Datasets);
        Field<NonNullGraphType<IntGraphType>>("opened").Resolve(context => Whole(context.Source.Run.Opened));
        Field<NonNullGraphType<IntGraphType>>("closed").Resolve(context => Whole(context.Source.Run.Closed));
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<ProblemGraphType>>>>("problems").Resolve(context => context.Source.Run.Problems);
    }

    /// <summary>GraphQL's Int has 32 bits; a run that changed more rows than that says the most it can.</summary>
    private static int Whole(long count) => (int)Math.Min(count, int.MaxValue);
}
