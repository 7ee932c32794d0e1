using System.Collections.Immutable;
using GraphQL;
using GraphQL.Builders;
using GraphQL.Types;
using NhiGraph.Analysis.Paths;
using NhiGraph.Api.Entities;
using NhiGraph.Api.Paging;
using NhiGraph.Api.Reach;
using NhiGraph.Api.Schema;
using NhiGraph.Api.Snapshots;
using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;
using NhiGraph.Graph.Paths;
using NhiGraph.Graph.Reach;
using NhiGraph.Loaders.Runs;

namespace NhiGraph.Api.Paths;

/// <summary>The question how some nodes give access to others.</summary>
internal static class PathFields
{
    private const DatasetTells Tells = DatasetTells.Grants | DatasetTells.Restrictions | DatasetTells.Credentials | DatasetTells.Consumers | DatasetTells.Identities;

    internal static void AddPathFields(this ObjectGraphType query) =>
        query.Field<PathConnectionGraphType>("paths").Description("Simple paths, shortest first.")
            .Argument<NonNullGraphType<ListGraphType<NonNullGraphType<IdGraphType>>>>("from").Argument<NonNullGraphType<ListGraphType<NonNullGraphType<IdGraphType>>>>("to")
            .Argument<TraversalOptionsGraphType>("options").Paged().ResolveAsync(async context => await PathsOfAsync(context).ConfigureAwait(false));

    /// <summary>The argument <c>by</c> of a field that shows one of many paths.</summary>
    internal static FieldBuilder<TSource, object> PathOrder<TSource>(this FieldBuilder<TSource, object> field) =>
        field.Argument<EnumGraphType<PathOrder>>("by", argument => argument.DefaultValue = Graph.Paths.PathOrder.Shortest);

    private static async Task<Page> PathsOfAsync(IResolveFieldContext context)
    {
        AskedGraph asked = context.Asked();
        List<string> from = context.IdsOf("from", 1);
        List<string> to = context.IdsOf("to", 1);
        TraversalOptions options = TraversalOptionsGraphType.Read(context, asked);
        string query = $"paths {string.Join(',', from)} {string.Join(',', to)} {options with { At = 0 }} {options.Capabilities.Bits}";
        PageArguments arguments = PageArguments.Of(context, asked, query);
        AccessGraph graph = await asked.Snapshot.Parts.BetweenAsync(from, to, options, context.CancellationToken).ConfigureAwait(false);
        using PathsAnswer answer = PathsAnswer.Of(graph, from, to, options);
        ImmutableArray<AccessPath> paths = answer.Page(arguments.Offset, arguments.First, out bool hasMore, context.CancellationToken);
        int offset = arguments.Offset;
        string[] scopes = [.. answer.From.Nodes.Concat(answer.To.Nodes).Select(graph.ScopeOf).OfType<string>()];
        return new()
        {
            Nodes = [.. paths.Select(path => new PathView(asked, graph, path))],
            CursorAt = i => arguments.CursorOf(offset + i + 1),
            HasNext = hasMore,
            HasPrevious = offset > 0,
            Total = null,
            Completeness = () => asked.Snapshot.Coverage.Of(Tells, scopes.Length == 0 ? null : scopes),
            Truncated = answer.Truncated ? new("The search stopped at its bound: there may be more paths. Narrow the ends, or set options.maxDepth.", null) : null,
            NotFound = [.. answer.From.NotFound.Union(answer.To.NotFound, StringComparer.Ordinal)],
        };
    }
}
