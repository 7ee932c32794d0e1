using GraphQL.Types;
using NhiGraph.Analysis.Answers;
using NhiGraph.Api.Entities;
using NhiGraph.Api.Reach;
using NhiGraph.Api.Schema;

namespace NhiGraph.Api.Exposure;

/// <summary>The question who can reach, of ids and of an identity.</summary>
internal static class ExposureFields
{
    internal static void AddExposureFields(this ObjectGraphType query) =>
        query.Field<ExposureGraphType>("exposure").Description("Who can reach these.")
            .Argument<NonNullGraphType<ListGraphType<NonNullGraphType<IdGraphType>>>>("of").Argument<TraversalOptionsGraphType>("options")
            .Resolve(context => new ExposureQuestion(context.Asked(), Starts.Of(context.Asked().Graph, context.IdsOf("of", 1)), TraversalOptionsGraphType.Read(context, context.Asked())));

    internal static void AddExposureField(this ObjectGraphType<EntityNode> identity) =>
        identity.Field<ExposureGraphType>("exposure").Argument<TraversalOptionsGraphType>("options")
            .Resolve(context => new ExposureQuestion(context.Source.Asked, new([context.Source.Node], []), TraversalOptionsGraphType.Read(context, context.Source.Asked)));
}
