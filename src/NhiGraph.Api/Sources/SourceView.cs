using System.Collections.Immutable;
using NhiGraph.Api.Completeness;
using NhiGraph.Api.Snapshots;
using NhiGraph.Storage.Reading;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Api.Sources;

/// <summary>A source as the request's snapshot knows it.</summary>
internal sealed record SourceView(AskedGraph Asked, SourceStatus Status)
{
    /// <summary>The source of this id; one that the status does not have is known by its id alone.</summary>
    internal static SourceView Of(AskedGraph asked, string id) =>
        new(asked, asked.Snapshot.Status.Sources.FirstOrDefault(source => source.Id == id) ?? new SourceStatus(id, id, [], default));

    internal IEnumerable<string> Scopes => Status.Datasets.Select(dataset => dataset.Scope).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    internal ImmutableArray<SourceState> Datasets => Asked.Snapshot.Coverage.Of(Status);

    internal async Task<RunView?> LastRunAsync(CancellationToken cancellation)
    {
        if (Status.LastRun.Value == 0)
        {
            return null;
        }

        // Runs are listed newest first: what comes after the next number begins with this one.
        RunPage page = await Asked.Snapshot.Store.RunsAsync(Status.Id, new RunId(Status.LastRun.Value + 1), 1, cancellation).ConfigureAwait(false);
        return page.Runs.Where(run => run.Id == Status.LastRun).Select(run => new RunView(Asked, run)).FirstOrDefault();
    }
}
