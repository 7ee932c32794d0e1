using System.Diagnostics;
using NhiGraph.Loaders.Aws;
using NhiGraph.Loaders.Runs;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Loaders.Tests.Aws.Read;

public sealed class LargeAccountTests
{
    [Fact]
    public void The_same_arguments_give_the_same_bytes()
    {
        Assert.Equal(GeneratedAccount.AuthorizationDetails(50, 7), GeneratedAccount.AuthorizationDetails(50, 7));
        Assert.NotEqual(GeneratedAccount.AuthorizationDetails(50, 7), GeneratedAccount.AuthorizationDetails(50, 8));
    }

    [Fact]
    public async Task Five_thousand_roles_with_three_policies_each_are_read_in_seconds()
    {
        await Seconds(500);
        double small = await Seconds(500);
        double large = await Seconds(5000);
        TestContext.Current.TestOutputHelper?.WriteLine($"500 roles {small:F3} s, 5000 roles {large:F3} s");
        // Ten times the roles take about ten times as long; a machine that does other things beside must not fail this, another order of growth must.
        Assert.True(large < 40 * Math.Max(small, 0.02), $"500 roles took {small:F3} s, 5000 roles {large:F3} s.");
    }

    private static async Task<double> Seconds(int roles)
    {
        byte[] export = GeneratedAccount.AuthorizationDetails(roles, seed: 1);
        long begun = Stopwatch.GetTimestamp();
        SourceReading reading = await Exports.Read(Exports.Files([Exports.Bytes("generated.json", export)]));
        double seconds = Stopwatch.GetElapsedTime(begun).TotalSeconds;
        Assert.Empty(reading.Problems);
        DatasetReading dataset = reading.Datasets.Single(found => found.Dataset == AwsDatasets.Roles);
        Assert.Equal((roles, DatasetState.Complete), (dataset.Facts.Length, dataset.State));
        return seconds;
    }
}
