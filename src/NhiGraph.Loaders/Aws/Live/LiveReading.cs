using System.Collections.Immutable;
using NhiGraph.Loaders.Aws.Live.Fetch;
using NhiGraph.Loaders.Aws.Read;
using NhiGraph.Loaders.Input;
using NhiGraph.Loaders.Runs;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Loaders.Aws.Live;

/// <summary>Reads an account's documents as files are read, then tells what AWS did not give.</summary>
internal static class LiveReading
{
    internal static async Task<SourceReading> OfAsync(LiveAccount account, CancellationToken cancellation)
    {
        var gaps = new List<LiveGap>(account.Gaps);
        SourceReading reading = await ReadAsync(account, gaps, cancellation).ConfigureAwait(false);
        string own = AwsDatasets.ScopeOf(account.Account);
        ILookup<string, LiveGap> byDataset = gaps.ToLookup(gap => gap.Dataset, StringComparer.Ordinal);
        return reading with
        {
            Datasets = [.. reading.Datasets.Select(dataset => dataset.Scope == own && byDataset.Contains(dataset.Dataset) ? dataset with { State = State(dataset, byDataset[dataset.Dataset]) } : dataset)],
            Problems = [.. gaps.Select(gap => gap.Problem).Distinct(), .. account.Notes, .. reading.Problems],
        };
    }

    /// <summary>A document that cannot be read costs its dataset, not the load: the others came by calls of their own.</summary>
    private static async Task<SourceReading> ReadAsync(LiveAccount account, List<LiveGap> gaps, CancellationToken cancellation)
    {
        ImmutableArray<LiveFile> files = account.Files;
        while (true)
        {
            try
            {
                return await AwsExport.ReadAsync(Options(files), cancellation).ConfigureAwait(false);
            }
            catch (RefusedInputException refused)
            {
                Problem problem = refused.Problems[0];
                if (files.FirstOrDefault(file => problem.Locator?.StartsWith(file.Content.Name, StringComparison.Ordinal) == true && problem.Code != AwsProblems.NoAccount(null).Code) is not { } unreadable)
                {
                    return Empty(account, files, gaps);
                }

                gaps.AddRange(Datasets(unreadable).Select(dataset => new LiveGap(dataset, DatasetState.Failed, problem)));
                files = files.Remove(unreadable);
            }
        }
    }

    private static AwsExportFiles Options(ImmutableArray<LiveFile> files)
    {
        ImmutableArray<ExportFile> Of(string kind) => [.. files.Where(file => file.Kind == kind).Select(file => file.Content)];
        return new AwsExportFiles(Of("authorization-details"), Of("credential-report"), Of("access-keys"), Of("resources")) { Organization = Of("organization"), Inventory = Of(ItemsOf.Kind), Credentials = Of("credentials"), ResourcePolicies = Of(ResourceCall.Kind) };
    }

    /// <summary>No record names the account; who asked knows it.</summary>
    private static SourceReading Empty(LiveAccount account, ImmutableArray<LiveFile> files, List<LiveGap> gaps)
    {
        HashSet<string> asked = [.. files.SelectMany(Datasets), .. gaps.Select(gap => gap.Dataset)];
        return new SourceReading(
            AwsDatasets.Source,
            AwsDatasets.Source,
            [.. AwsDatasets.Read.Select(dataset => new DatasetReading(AwsDatasets.ScopeOf(account.Account), dataset, asked.Contains(dataset) ? DatasetState.Partial : DatasetState.Skipped, []))],
            []);
    }

    /// <summary>A file of some kinds is of one of their datasets; that of the regions is of the whole inventory, of which none is complete without it.</summary>
    private static IEnumerable<string> Datasets(LiveFile file)
    {
        string[] all = [.. LiveCall.DatasetsOf(file.Kind)];
        return all.Where(dataset => file.Name == $"{file.Kind}-{dataset}.json") is var one && one.Any() ? one : all;
    }

    private static DatasetState State(DatasetReading dataset, IEnumerable<LiveGap> gaps) =>
        dataset.Facts.Length > 0 ? DatasetState.Partial
        : gaps.Any(gap => gap.State == DatasetState.Denied) ? DatasetState.Denied
        : gaps.Any(gap => gap.State == DatasetState.Failed) ? DatasetState.Failed
        : DatasetState.Partial;
}
