using System.Globalization;
using System.Text;
using GraphQL;
using NhiGraph.Api.Entities;
using NhiGraph.Api.Errors;
using NhiGraph.Api.Paging;
using NhiGraph.Api.Snapshots;
using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Runs;
using NhiGraph.Storage.Reading;

namespace NhiGraph.Api.Listings;

/// <summary>A page of nodes that the store finds: listings and search.</summary>
internal static class NodeListing
{
    private const int LongestText = 500;

    internal static async Task<Page> PageAsync(IResolveFieldContext context, AskedGraph asked, NodeQuery query, DatasetTells tells)
    {
        PageArguments arguments = PageArguments.Of(context, asked, Describe(context.FieldDefinition.Name, query));
        NodePage found = await asked.Snapshot.Store.FindAsync(asked.Snapshot.Status.Version, query with { First = arguments.First, After = arguments.After }, context.CancellationToken).ConfigureAwait(false);
        AccessGraph graph = await asked.Snapshot.Parts.NodesAsync(found.Keys, context.CancellationToken).ConfigureAwait(false);
        string[] scopes = [.. query.Where.Where(filter => filter.Property == PropertyNames.Scope).SelectMany(filter => filter.AnyOf).OfType<string>()];
        return new()
        {
            Nodes = [.. found.Keys.Select(key => graph.TryFind(key, out int node)
                ? new EntityNode(asked, graph, node)
                : throw new InvalidOperationException($"The graph has no node {key} in version {asked.Version}, but its store has."))],
            CursorAt = i => arguments.CursorOf(found.Cursors[i]),
            HasNext = found.HasMore,
            HasPrevious = arguments.After is not null,
            Total = (int)Math.Min(found.Total, int.MaxValue),
            Completeness = () => asked.Snapshot.Coverage.Of(tells, scopes.Length == 0 ? null : scopes),
        };
    }

    /// <exception cref="ApiError">BAD_ARGUMENT: nothing to look for, or too much.</exception>
    internal static string? CheckedText(string? text, string argument) => text switch
    {
        null => null,
        _ when string.IsNullOrWhiteSpace(text) => throw ApiError.BadArgument($"{argument}: must not be blank."),
        { Length: > LongestText } => throw ApiError.BadArgument($"{argument}: must have at most {LongestText} characters."),
        _ => text.Trim(),
    };

    /// <summary>What a cursor of this listing is bound to.</summary>
    private static string Describe(string field, NodeQuery query)
    {
        var text = new StringBuilder(field).Append(CultureInfo.InvariantCulture, $"|{(int)query.Kinds}|{query.Text}|{query.Order}");
        foreach (PropertyFilter filter in query.Where)
        {
            text.Append('|').Append(filter.Property).Append('=').AppendJoin(',', filter.AnyOf.Select(value => value ?? "?")).Append('<').Append(filter.Before).Append('>').Append(filter.After);
        }

        return text.ToString();
    }
}
