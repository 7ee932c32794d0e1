using GraphQL;
using GraphQL.Types;
using NhiGraph.Api.Entities;
using NhiGraph.Api.Schema;

namespace NhiGraph.Api.ChainOfTrust;

/// <summary>The question whether an identity, credential or consumer can be certified, and on what evidence.</summary>
internal static class TrustFields
{
    internal static void AddTrustFields(this ObjectGraphType query) =>
        query.Field<ChainOfTrustGraphType>("chainOfTrust")
            .Description("Whether an identity, credential or consumer can be certified: thirteen links with their evidence. NOT_FOUND where there is no such node, BAD_ARGUMENT for any other kind.")
            .Argument<NonNullGraphType<IdGraphType>>("of").Resolve(context => TrustPromise.Of(context.Asked(), context.GetArgument<string>("of")));

    internal static void AddTrustField(this ObjectGraphType<EntityNode> identity) =>
        identity.Field<ChainOfTrustGraphType>("chainOfTrust").Resolve(context => TrustPromise.Of(context.Source.Asked, context.Source.Key));
}
