using GraphQL;
using GraphQL.Types;
using NhiGraph.Api.Completeness;
using NhiGraph.Api.Entities;
using NhiGraph.Api.Errors;
using NhiGraph.Api.Paging;
using NhiGraph.Api.Reach;
using NhiGraph.Api.Schema;
using NhiGraph.Graph.Model;
using NhiGraph.Graph.Reach;

namespace NhiGraph.Api.BlastRadius;

internal sealed class BlastRadiusGraphType : ObjectGraphType<BlastRadiusQuestion>
{
    private const int MostDots = 2_000;

    public BlastRadiusGraphType()
    {
        Name = "BlastRadius";
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<EntityGraphType>>>>("of").Resolve(context => context.Source.Of);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<IdGraphType>>>>("notFound").Resolve(context => context.Source.Starts.NotFound);
        Field<NonNullGraphType<StringGraphType>>("graphVersion").Resolve(context => context.Source.Asked.Version);
        Field<NonNullGraphType<ReachSummaryGraphType>>("summary").Resolve(context => context.Source.Summary);
        this.PagedField<BlastRadiusQuestion, ReachedEntityGraphType>("entities", required: true).Description("Nearest first, without the start; resources are asked apart.")
            .Argument<ListGraphType<NonNullGraphType<EnumGraphType<NodeKind>>>>("kinds").Resolve(EntitiesOf);
        this.PagedField<BlastRadiusQuestion, ReachedResourceGraphType>("resources", required: true).Description("What the entitlements reached are for, nearest first: resources of any sort, users and roles too, and those containers that are administered.")
            .Argument<EnumGraphType<Sensitivity>>("minSensitivity").Argument<ListGraphType<NonNullGraphType<EnumGraphType<Capability>>>>("capabilities")
            .Argument<IdGraphType>("under")
            .Argument<BooleanGraphType>("counted", argument => { argument.DefaultValue = false; argument.Description = "Only those that hold data or run code, which the summary counts."; }).Resolve(ResourcesOf);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<CapabilityCountGraphType>>>>("capabilities")
            .Resolve(context => context.Source.Capabilities.Select(count => new CapabilityCountView(count, context.Source.Open)));
        Field<NonNullGraphType<BoundsGraphType>>("publicResources").Description("What anyone reaches anyway; not counted in the summary.").Resolve(context => context.Source.PublicResources);
        Field<NonNullGraphType<SubgraphGraphType>>("graph").Description("A bounded picture for drawing: what does not fit is joined into one node a kind and distance.")
            .Argument<IntGraphType>("maxNodes", argument => argument.DefaultValue = 300).Resolve(PictureOf);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<AssumptionGraphType>>>>("assumptions").Resolve(context => context.Source.Assumptions);
        Field<NonNullGraphType<CompletenessGraphType>>("completeness").Resolve(context => context.Source.Completeness);
    }

    private static object EntitiesOf(IResolveFieldContext<BlastRadiusQuestion> context)
    {
        BlastRadiusQuestion question = context.Source;
        NodeKinds kinds = EntityKinds.Mask(context.GetArgument<List<NodeKind>?>("kinds"));
        return ReachPages.Entities(context, question, kinds, question.Answer.Entities, (node, order) => question.Answer.PathToEntity(node, order));
    }

    private static object? ResourcesOf(IResolveFieldContext<BlastRadiusQuestion> context)
    {
        BlastRadiusQuestion question = context.Source;
        var query = new ResourceQuery
        {
            Selection = context.GetArgument("counted", false) ? ResourceSelection.Counted : ResourceSelection.Targets,
            MinSensitivity = context.GetArgument<Sensitivity?>("minSensitivity") ?? Sensitivity.Unknown,
            Capabilities = CapabilitySet.Of([.. context.GetArgument<List<Capability>?>("capabilities") ?? []]),
        };
        return ResourcePage.Of(context, question, query, context.GetArgument<string?>("under"));
    }

    private static object PictureOf(IResolveFieldContext<BlastRadiusQuestion> context)
    {
        int dots = context.GetArgument("maxNodes", 300);
        return dots is >= 1 and <= MostDots
            ? new SubgraphView(context.Source, context.Source.Answer.Picture(dots))
            : throw ApiError.BadArgument($"maxNodes: must be 1 to {MostDots}, not {dots}.");
    }
}
