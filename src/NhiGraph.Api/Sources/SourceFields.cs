using System.Globalization;
using GraphQL;
using GraphQL.Types;
using NhiGraph.Api.Completeness;
using NhiGraph.Api.Paging;
using NhiGraph.Api.Schema;
using NhiGraph.Api.Snapshots;
using NhiGraph.Storage.Reading;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Api.Sources;

/// <summary>The questions about what was loaded, when, and how completely.</summary>
internal static class SourceFields
{
    internal static void AddSourceFields(this ObjectGraphType query)
    {
        query.Field<ListGraphType<NonNullGraphType<SourceGraphType>>>("sources")
            .Resolve(context => context.Asked().Snapshot.Status.Sources.Select(source => new SourceView(context.Asked(), source)));
        query.Field<ConnectionGraphType<RunGraphType>>("runs").Description("Runs, newest first.")
            .Argument<IdGraphType>("source").Paged().ResolveAsync(async context => await RunsAsync(context).ConfigureAwait(false));
    }

    private static async Task<Page> RunsAsync(IResolveFieldContext context)
    {
        AskedGraph asked = context.Asked();
        string? source = context.GetArgument<string?>("source");
        PageArguments arguments = PageArguments.Of(context, asked, "runs " + source);
        RunId version = asked.Snapshot.Status.Version;
        RunId after = arguments.After is { } id ? new(long.Parse(id, CultureInfo.InvariantCulture)) : new(version.Value + 1);
        RunPage page = await asked.Snapshot.Store.RunsAsync(source, after, arguments.First, context.CancellationToken).ConfigureAwait(false);
        return new()
        {
            Nodes = [.. page.Runs.Select(run => new RunView(asked, run))],
            CursorAt = i => arguments.CursorOf(page.Runs[i].Id.ToString()),
            HasNext = page.HasMore,
            HasPrevious = arguments.After is not null,
            Total = (int)Math.Min(page.Total, int.MaxValue),
            Completeness = () => CompletenessAnswer.OfTheStore,
        };
    }
}
