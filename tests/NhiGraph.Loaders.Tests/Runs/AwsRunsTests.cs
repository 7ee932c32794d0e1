using System.Collections.Immutable;
using NhiGraph.Loaders.Aws.Derive;
using NhiGraph.Loaders.Aws.Read;
using NhiGraph.Loaders.Input;
using NhiGraph.Loaders.Runs;
using NhiGraph.Loaders.Sample;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Memory;

namespace NhiGraph.Loaders.Tests.Runs;

/// <summary>Runs of the real provider over the sample estate: two accounts that trust each other.</summary>
public sealed class AwsRunsTests
{
    private static readonly int Histories = Suite.Long ? 60 : 6;
    private static readonly string[] Accounts = ["111122223333", "444455556666"];
    private static readonly string[] Owners = [.. Accounts.Select(account => "aws:" + account), .. Accounts.Select(account => DerivedScope.JoinOwner("aws:" + account))];
    private static readonly Provider Aws = AwsProvider.Create();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Accounts_loaded_at_once_or_one_by_one_in_either_order_give_the_same_graph()
    {
        string atOnce = await LoadedAsync(SampleEstate.Files);

        Assert.Equal(atOnce, await LoadedAsync(Of(Accounts[0]), Of(Accounts[1])));
        Assert.Equal(atOnce, await LoadedAsync(Of(Accounts[1]), Of(Accounts[0])));
    }

    [Fact]
    public async Task The_same_estate_twice_changes_no_row_and_deriving_again_neither()
    {
        var store = new MemoryGraphStore();
        SourceReading reading = await AwsExport.ReadAsync(SampleEstate.Files, Cancellation);
        await LoadRun.ExecuteAsync(store, reading, [Aws], TimeProvider.System, Cancellation);

        RunReport again = await LoadRun.ExecuteAsync(store, reading, [Aws], TimeProvider.System, Cancellation);
        RunReport derived = await DeriveRun.ExecuteAsync(store, [Aws], TimeProvider.System, Cancellation);

        Assert.Equal((0, 0), (again.Run.Opened, again.Run.Closed));
        Assert.Equal((0, 0), (derived.Run.Opened, derived.Run.Closed));
        Assert.Equal(2, derived.ScopesDerived.Length);
    }

    [Fact]
    public async Task After_random_losses_and_returns_the_store_holds_what_deriving_everything_from_scratch_gives()
    {
        SourceReading whole = await AwsExport.ReadAsync(SampleEstate.Files, Cancellation);
        int cases = 0;
        for (int seed = 0; seed < Histories; seed++)
        {
            var random = new Random(seed);
            var store = new MemoryGraphStore();
            var scratch = new FromScratch(Aws);
            for (int step = 0; step < 3; step++, cases++)
            {
                SourceReading reading = whole with { Datasets = [.. whole.Datasets.Where(_ => random.Next(4) > 0).Select(dataset => Thinned(dataset, random))] };
                RunReport report = await LoadRun.ExecuteAsync(store, reading, [Aws], TimeProvider.System, Cancellation);
                scratch.Read(reading);
                Assert.DoesNotContain(report.Run.Problems, problem => problem.Code.StartsWith("NHI-RUN", StringComparison.Ordinal));
                Assert.Equal(scratch.Content(), await StoreContent.OfAsync(store, Owners, Cancellation));
            }
        }

        Suite.Ran("AWS runs against deriving from scratch", cases);
    }

    private static DatasetReading Thinned(DatasetReading dataset, Random random) => dataset with
    {
        State = random.Next(4) == 0 ? DatasetState.Partial : dataset.State,
        Facts = [.. dataset.Facts.Where(_ => random.Next(3) > 0).OrderBy(_ => random.Next())],
    };

    private static async Task<string> LoadedAsync(params AwsExportFiles[] loads)
    {
        var store = new MemoryGraphStore();
        foreach (AwsExportFiles files in loads)
        {
            RunReport report = await LoadRun.ExecuteAsync(store, await AwsExport.ReadAsync(files, Cancellation), [Aws], TimeProvider.System, Cancellation);
            Assert.DoesNotContain(report.Run.Problems, problem => problem.Code.StartsWith("NHI-RUN", StringComparison.Ordinal));
        }

        return await StoreContent.OfAsync(store, Owners, Cancellation);
    }

    private static AwsExportFiles Of(string account)
    {
        ImmutableArray<ExportFile> Only(ImmutableArray<ExportFile> files) => [.. files.Where(file => file.Name.Contains(account, StringComparison.Ordinal))];
        AwsExportFiles all = SampleEstate.Files;
        return new(Only(all.AuthorizationDetails), Only(all.CredentialReports), Only(all.AccessKeys), Only(all.Resources))
        {
            CloudTrail = Only(all.CloudTrail), Credentials = Only(all.Credentials), Inventory = Only(all.Inventory), ResourcePolicies = Only(all.ResourcePolicies), Organization = all.Organization,
        };
    }
}
