using System.Collections.Immutable;
using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Aws;
using NhiGraph.Loaders.Aws.Derive;
using NhiGraph.Loaders.Aws.Derive.Techniques;
using NhiGraph.Loaders.Runs;
using NhiGraph.Loaders.Tests.Aws.Read;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Loaders.Tests.Aws.Derive;

/// <summary>Second factors, by the lists of devices.</summary>
public sealed class DeviceTests
{
    private const string Ana = "arn:aws:iam::111122223333:user/ana", Bot = "arn:aws:iam::111122223333:user/bot";

    [Fact]
    public async Task Users_and_root_have_the_sorts_of_their_devices()
    {
        SourceReading reading = await Exports.Read(GoldenLoad.Files("credentials"));
        DerivedScope scope = AwsProvider.Create().Derive(Facts(reading.Datasets.SelectMany(dataset => dataset.Facts), DatasetState.Partial));
        string? Devices(string arn) => NodeMerge.Merge(scope.Assertions.Where(assertion => assertion.Node.Key == "aws:" + arn)).Properties.GetValueOrDefault("mfaDevices");
        Assert.Equal(("security key, virtual", null, "virtual"), (Devices(Ana), Devices(Bot), Devices("arn:aws:iam::111122223333:root")));
        Assert.DoesNotContain(scope.Edges, edge => edge.Edge.From.Contains("mfa", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true, DatasetState.Complete, true, false)]
    [InlineData(true, DatasetState.Partial, true, null)]
    [InlineData(false, DatasetState.Complete, false, false)]
    [InlineData(false, DatasetState.Skipped, null, null)]
    public void Who_has_no_device_is_known_only_where_all_are_listed(bool listed, DatasetState state, bool? ana, bool? bot)
    {
        var device = new Fact(new FactKey(AwsDatasets.Source, "aws:111122223333", "mfa-devices", "GAHT12345678"), $$"""{"Id":"GAHT12345678","UserArn":"{{Ana}}"}""", "x");
        var secrets = new UserSecrets(new AccountFacts(Facts(listed ? [device] : [], state)));
        Assert.Equal((ana, bot), (secrets.HasSecondFactor(Ana), secrets.HasSecondFactor(Bot)));
    }

    private static ScopeFacts Facts(IEnumerable<Fact> facts, DatasetState state) => new("aws:111122223333", [.. facts], ImmutableSortedDictionary<(string, string), DatasetState>.Empty.Add((AwsDatasets.Source, "mfa-devices"), state));
}
