using GraphQL;
using GraphQL.Types;
using NhiGraph.Api.Errors;
using NhiGraph.Api.Paging;
using NhiGraph.Api.Schema;
using NhiGraph.Api.Snapshots;
using NhiGraph.Graph.Csr;

namespace NhiGraph.Api.Entities;

/// <summary>Nodes by id.</summary>
internal static class NodeFields
{
    internal static void AddNodeFields(this ObjectGraphType query)
    {
        query.Field<NodeGraphType>("node").Description("One node of the current graph by id or key; null when it is not there.")
            .Argument<NonNullGraphType<IdGraphType>>("id").Resolve(context => context.Asked().Find(context.GetArgument<string>("id"), node => node));
        query.Field<NonNullGraphType<ListGraphType<NodeGraphType>>>("nodes").Description("Nodes of the current graph by id or key, in the order asked; null where one is not there. At most 500.")
            .Argument<NonNullGraphType<ListGraphType<NonNullGraphType<IdGraphType>>>>("ids").ResolveAsync(NodesOfAsync);
        query.Field<NonNullGraphType<StringGraphType>>("graphVersion").Description("The published run that answers come from.").Resolve(context => context.Asked().Version);
    }

    /// <summary>The ids of an argument, checked for their number.</summary>
    /// <exception cref="ApiError">BAD_ARGUMENT.</exception>
    internal static List<string> IdsOf(this IResolveFieldContext context, string argument, int atLeast)
    {
        List<string> ids = context.GetArgument<List<string>>(argument);
        return ids.Count >= atLeast && ids.Count <= PageArguments.MostFirst ? ids
            : throw ApiError.BadArgument($"{argument}: must have {atLeast} to {PageArguments.MostFirst} ids, not {ids.Count}.");
    }

    private static async Task<object?> NodesOfAsync(IResolveFieldContext context)
    {
        AskedGraph asked = context.Asked();
        List<string> ids = context.IdsOf("ids", 0);
        AccessGraph graph = await asked.Snapshot.Parts.NodesAsync(ids, context.CancellationToken).ConfigureAwait(false);
        return ids.ConvertAll(id => graph.TryFind(id, out int node) ? new EntityNode(asked, graph, node) : null);
    }
}
