using GraphQL;
using GraphQL.Types;
using NhiGraph.Api.Completeness;
using NhiGraph.Api.Entities;
using NhiGraph.Api.Paging;
using NhiGraph.Api.Reach;
using NhiGraph.Api.Schema;
using NhiGraph.Graph.Model;

namespace NhiGraph.Api.Exposure;

internal sealed class ExposureGraphType : ObjectGraphType<ExposureQuestion>
{
    public ExposureGraphType()
    {
        Name = "Exposure";
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<EntityGraphType>>>>("of").Resolve(context => context.Source.Of);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<IdGraphType>>>>("notFound").Resolve(context => context.Source.Starts.NotFound);
        Field<NonNullGraphType<StringGraphType>>("graphVersion").Resolve(context => context.Source.Asked.Version);
        Field<NonNullGraphType<ReachSummaryGraphType>>("summary").Resolve(context => context.Source.Summary);
        Field<NonNullGraphType<BooleanGraphType>>("public").Description("Anyone, or anyone who is signed in somewhere, reaches one of these.").Resolve(context => context.Source.Answer.Public);
        this.PagedField<ExposureQuestion, ReachedEntityGraphType>("entities", required: true).Argument<ListGraphType<NonNullGraphType<EnumGraphType<NodeKind>>>>("kinds").Resolve(EntitiesOf);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<AssumptionGraphType>>>>("assumptions").Resolve(context => context.Source.Assumptions);
        Field<NonNullGraphType<CompletenessGraphType>>("completeness").Resolve(context => context.Source.Completeness);
    }

    private static object EntitiesOf(IResolveFieldContext<ExposureQuestion> context)
    {
        ExposureQuestion question = context.Source;
        NodeKinds kinds = EntityKinds.Mask(context.GetArgument<List<NodeKind>?>("kinds"));
        return ReachPages.Entities(context, question, kinds, question.Answer.Entities, (node, order) => question.Answer.PathFrom(node, order));
    }
}
