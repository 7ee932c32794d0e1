using GraphQL.Types;
using NhiGraph.Analysis.Answers;
using NhiGraph.Api.Entities;
using NhiGraph.Api.Reach;
using NhiGraph.Api.Schema;

namespace NhiGraph.Api.BlastRadius;

/// <summary>The question what falls, of ids and of an identity.</summary>
internal static class BlastRadiusFields
{
    internal static void AddBlastRadiusFields(this ObjectGraphType query) =>
        query.Field<BlastRadiusGraphType>("blastRadius").Description("What falls if these fall.")
            .Argument<NonNullGraphType<ListGraphType<NonNullGraphType<IdGraphType>>>>("of").Argument<TraversalOptionsGraphType>("options")
            .Resolve(context => new BlastRadiusQuestion(context.Asked(), Starts.Of(context.Asked().Graph, context.IdsOf("of", 1)), TraversalOptionsGraphType.Read(context, context.Asked())));

    internal static void AddBlastRadiusField(this ObjectGraphType<EntityNode> identity) =>
        identity.Field<BlastRadiusGraphType>("blastRadius").Argument<TraversalOptionsGraphType>("options")
            .Resolve(context => new BlastRadiusQuestion(context.Source.Asked, new([context.Source.Node], []), TraversalOptionsGraphType.Read(context, context.Source.Asked)));
}
