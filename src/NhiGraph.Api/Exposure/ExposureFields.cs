using GraphQL;
using GraphQL.Types;
using NhiGraph.Api.Entities;
using NhiGraph.Api.Reach;
using NhiGraph.Api.Schema;
using NhiGraph.Api.Snapshots;

namespace NhiGraph.Api.Exposure;

/// <summary>The question who can reach, of ids and of an identity.</summary>
internal static class ExposureFields
{
    internal static void AddExposureFields(this ObjectGraphType query) =>
        query.Field<ExposureGraphType>("exposure").Description("Who can reach these.")
            .Argument<NonNullGraphType<ListGraphType<NonNullGraphType<IdGraphType>>>>("of").Argument<TraversalOptionsGraphType>("options")
            .Resolve(context => Ready(context.Asked(), context.IdsOf("of", 1), context));

    internal static void AddExposureField(this ObjectGraphType<EntityNode> identity) =>
        identity.Field<ExposureGraphType>("exposure").Argument<TraversalOptionsGraphType>("options")
            .Resolve(context => Ready(context.Source.Asked, [context.Source.Key], context));

    private static object? Ready(AskedGraph asked, IReadOnlyCollection<string> of, IResolveFieldContext context) =>
        asked.Ready(new ExposureQuestion(asked, of, TraversalOptionsGraphType.Read(context, asked)), question => question);
}
