using GraphQL;
using GraphQL.Types;
using NhiGraph.Api.Entities;
using NhiGraph.Api.Schema;
using NhiGraph.Graph.Model;

namespace NhiGraph.Api.Departure;

/// <summary>A person, and what is to do when that person leaves.</summary>
internal static class DepartureFields
{
    internal static void AddDepartureFields(this ObjectGraphType query) =>
        query.Field<HumanGraphType>("human").Description("One person by id or key; null when there is none.")
            .Argument<NonNullGraphType<IdGraphType>>("id").Resolve(context => context.Asked().Find(context.GetArgument<string>("id"), node => node?.Is(NodeKinds.Human) == true ? node : null));

    internal static void AddDepartureField(this ObjectGraphType<EntityNode> human) =>
        human.Field<DepartureGraphType>("departure").Description("What they own, created, sign in with and could have seen, and what to do about each when they leave. Proposals: nothing is done.")
            .Resolve(context => DeparturePromise.Of(context.Source));
}
