using System.Collections.Immutable;
using NhiGraph.Loaders.Runs;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Loaders.Aws.Live;

/// <summary>What AWS gave of some accounts. Fetched now or saved before, it is read in the same way.</summary>
public sealed class AwsLiveExport
{
    private readonly ImmutableArray<LiveAccount> accounts;

    internal AwsLiveExport(ImmutableArray<LiveAccount> accounts) => this.accounts = accounts;

    /// <summary>One folder an account, with the documents and <c>live.json</c>, which tells what is missing.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public Task SaveAsync(string folder, CancellationToken cancellation) => SavedExport.WriteAsync(folder, accounts, cancellation);

    /// <exception cref="RefusedInputException">The folder is not one that <see cref="SaveAsync"/> wrote.</exception>
    public static async Task<AwsLiveExport> OpenAsync(string folder, CancellationToken cancellation) => new(await SavedExport.ReadAsync(folder, cancellation).ConfigureAwait(false));

    /// <summary>The facts, read by the readers that read files; datasets that AWS refused or did not give are DENIED, FAILED or PARTIAL.</summary>
    public async Task<SourceReading> ReadAsync(CancellationToken cancellation)
    {
        var readings = new List<SourceReading>();
        foreach (LiveAccount account in accounts)
        {
            readings.Add(await LiveReading.OfAsync(account, cancellation).ConfigureAwait(false));
        }

        return new SourceReading(
            AwsDatasets.Source,
            AwsDatasets.Source,
            [.. readings.SelectMany(reading => reading.Datasets).GroupBy(dataset => (dataset.Scope, dataset.Dataset)).Select(Merged)],
            [.. readings.SelectMany(reading => reading.Problems)]);
    }

    /// <summary>A listing of one account may name things of another: both tell of that account.</summary>
    private static DatasetReading Merged(IEnumerable<DatasetReading> same)
    {
        DatasetReading[] told = [.. same.OrderBy(dataset => dataset.State == DatasetState.Skipped)];
        DatasetReading[] given = [.. told.Where(dataset => dataset.State != DatasetState.Skipped)];
        return given.Length <= 1
            ? told[0]
            : told[0] with { State = DatasetState.Partial, Facts = [.. given.SelectMany(dataset => dataset.Facts).DistinctBy(fact => fact.Id).OrderBy(fact => fact.Id.Key, StringComparer.Ordinal)] };
    }
}
