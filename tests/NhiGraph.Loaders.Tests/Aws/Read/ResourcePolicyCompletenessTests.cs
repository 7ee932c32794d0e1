using NhiGraph.Loaders.Runs;
using NhiGraph.Loaders.Tests.Aws.Live;
using NhiGraph.Loaders.Tests.Aws.Live.Stub;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Loaders.Tests.Aws.Read;

/// <summary>Of a whole account, anything left out that says which resources there are, or what one says, leaves their policies incomplete.</summary>
public sealed class ResourcePolicyCompletenessTests
{
    private static readonly string[] Lists = ["\"Buckets\"", "\"Keys\"", "\"QueueUrls\"", "\"Topics\"", "\"SecretList\"", "\"Functions\"", "\"repositories\"", "\"TableNames\""];

    public static TheoryData<int> Policies => [.. Enumerable.Range(0, StubAccount.Export["resource-policies"].Split('\n').Length)];

    public static TheoryData<int> Listings => [.. Of("inventory").Index().Where(line => line.Item.Contains("\"Regions\"", StringComparison.Ordinal) || Array.Exists(Lists, list => line.Item.StartsWith("{" + list, StringComparison.Ordinal))).Select(line => line.Index)];

    [Fact]
    public async Task All_of_it_is_complete() => Assert.Equal(DatasetState.Complete, (await LiveRun.ReadFilesAsync()).State("resource-policies"));

    [Theory]
    [MemberData(nameof(Policies))]
    public async Task A_resource_that_says_nothing_leaves_it_partial(int line) => Assert.Equal(DatasetState.Partial, (await WithoutAsync("resource-policies", line, null)).State("resource-policies"));

    [Theory]
    [MemberData(nameof(Listings))]
    public async Task A_listing_that_is_not_there_leaves_it_partial(int line) => Assert.Equal(DatasetState.Partial, (await WithoutAsync("inventory", line, null)).State("resource-policies"));

    [Theory]
    [InlineData("Buckets", "ContinuationToken")]
    [InlineData("Keys", "NextMarker")]
    [InlineData("TableNames", "LastEvaluatedTableName")]
    [InlineData("QueueUrls", "NextToken")]
    [InlineData("repositories", "nextToken")]
    public async Task A_listing_that_goes_on_leaves_it_partial(string list, string member)
    {
        int line = Array.FindIndex(Of("inventory"), document => document.StartsWith($"{{\"{list}\"", StringComparison.Ordinal));
        SourceReading reading = await WithoutAsync("inventory", line, Of("inventory")[line][..^1] + $", \"{member}\": \"more\"}}");
        Assert.Equal(DatasetState.Partial, reading.State("resource-policies"));
    }

    private static string[] Of(string kind) => StubAccount.Export[kind].Split('\n');

    private static Task<SourceReading> WithoutAsync(string kind, int line, string? instead)
    {
        string[] lines = Of(kind);
        lines[line] = instead ?? "";
        return LiveRun.ReadFilesAsync(kind, string.Join('\n', lines));
    }
}
