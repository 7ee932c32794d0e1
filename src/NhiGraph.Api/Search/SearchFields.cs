using GraphQL;
using GraphQL.Types;
using NhiGraph.Api.Entities;
using NhiGraph.Api.Listings;
using NhiGraph.Api.Paging;
using NhiGraph.Api.Schema;
using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Runs;
using NhiGraph.Storage.Reading;

namespace NhiGraph.Api.Search;

/// <summary>Finding a node by what somebody remembers of it.</summary>
internal static class SearchFields
{
    internal static void AddSearchFields(this ObjectGraphType query) =>
        query.Field<ConnectionGraphType<EntityGraphType>>("search").Description("Nodes whose name, key, ARN parts, key id or e-mail match what was typed, best first.")
            .Argument<NonNullGraphType<StringGraphType>>("text").Argument<ListGraphType<NonNullGraphType<EnumGraphType<NodeKind>>>>("kinds").Paged()
            .ResolveAsync(async context =>
            {
                NodeKinds kinds = EntityKinds.Mask(context.GetArgument<List<NodeKind>?>("kinds"));
                var query = new NodeQuery { Kinds = kinds, Text = NodeListing.CheckedText(context.GetArgument<string>("text"), "text") };
                return await NodeListing.PageAsync(context, context.Asked(), query, TellsOf(kinds)).ConfigureAwait(false);
            });

    private static DatasetTells TellsOf(NodeKinds kinds)
    {
        IEnumerable<ListedKind> listed = ListedKind.All.Where(kind => kinds == NodeKinds.None || (kinds & kind.Kind) != 0);
        DatasetTells people = kinds == NodeKinds.None || (kinds & (NodeKinds.Human | NodeKinds.Team)) != 0 ? DatasetTells.People : DatasetTells.None;
        return listed.Aggregate(people, (tells, kind) => tells | kind.Tells);
    }
}
