using System.Collections.Immutable;
using NhiGraph.Loaders.Aws.Derive;
using NhiGraph.Loaders.Runs;
using NhiGraph.Storage;

namespace NhiGraph.Cli;

/// <summary>The course of every <c>nhigraph load</c>: read all the files, then load what each source says, in one run a source.</summary>
internal static class SourceLoad
{
    /// <param name="tags">Which tags tell what.</param>
    /// <param name="read">From the files to what their sources say; a refusal leaves the store as it is.</param>
    internal static async Task<int> RunAsync(Surroundings surroundings, StoreAddress address, AwsTagNames tags, Func<Task<ImmutableArray<SourceReading>>> read, CancellationToken cancellation)
    {
        ImmutableArray<SourceReading> readings = await Progress.ShowAsync(surroundings, "Reading the files", read).ConfigureAwait(false);
        await using IGraphStore opened = await address.OpenAsync(create: true, cancellation).ConfigureAwait(false);
        int code = ExitCode.Done;
        foreach (SourceReading reading in readings)
        {
            RunReport report = await Progress.ShowAsync(
                surroundings, "Deriving the graph", () => LoadRun.ExecuteAsync(opened, reading, ProviderList.Of(tags), surroundings.Time, cancellation)).ConfigureAwait(false);
            code = Math.Max(code, ReportLines.Write(surroundings, address, report));
        }

        return code;
    }
}
