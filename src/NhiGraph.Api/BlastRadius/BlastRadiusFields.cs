using GraphQL;
using GraphQL.Types;
using NhiGraph.Api.Entities;
using NhiGraph.Api.Reach;
using NhiGraph.Api.Schema;
using NhiGraph.Api.Snapshots;

namespace NhiGraph.Api.BlastRadius;

/// <summary>The question what falls, of ids and of an identity.</summary>
internal static class BlastRadiusFields
{
    internal static void AddBlastRadiusFields(this ObjectGraphType query) =>
        query.Field<BlastRadiusGraphType>("blastRadius").Description("What falls if these fall.")
            .Argument<NonNullGraphType<ListGraphType<NonNullGraphType<IdGraphType>>>>("of").Argument<TraversalOptionsGraphType>("options")
            .Resolve(context => Ready(context.Asked(), context.IdsOf("of", 1), context));

    internal static void AddBlastRadiusField(this ObjectGraphType<EntityNode> identity) =>
        identity.Field<BlastRadiusGraphType>("blastRadius").Argument<TraversalOptionsGraphType>("options")
            .Resolve(context => Ready(context.Source.Asked, [context.Source.Key], context));

    private static object? Ready(AskedGraph asked, IReadOnlyCollection<string> of, IResolveFieldContext context) =>
        asked.Ready(new BlastRadiusQuestion(asked, of, TraversalOptionsGraphType.Read(context, asked)), question => question);
}
