using NhiGraph.Loaders.Aws;
using NhiGraph.Loaders.Aws.Data;
using NhiGraph.Loaders.Runs;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Loaders.Tests.Aws.Read;

public sealed class InventoryReadingTests
{
    private const string Regions = """{"Account":"111122223333","Regions":[{"RegionName":"eu-west-1"},{"RegionName":"us-east-1"}]}""";
    private const string Function = """{"Functions":[{"FunctionName":"f","FunctionArn":"arn:aws:lambda:eu-west-1:111122223333:function:f","Role":"arn:aws:iam::111122223333:role/r"}]}""";
    private const string None = """{"Functions":[],"Account":"111122223333","Region":"us-east-1"}""";

    private static Task<SourceReading> Read(params string[] documents) => Exports.Read(Exports.Files() with { Inventory = [.. documents.Select((document, i) => Exports.Text($"inventory-{i}.json", document))] });

    private static DatasetState StateOf(SourceReading reading, string dataset) => reading.Datasets.Single(found => found.Dataset == dataset).State;

    [Fact]
    public async Task A_listing_of_each_region_in_any_order_is_complete()
    {
        foreach (string[] documents in (string[][])[[Regions, Function, None], [None, Function, Regions], [Function + None + Regions]])
        {
            SourceReading reading = await Read(documents);
            Assert.Empty(reading.Problems);
            Assert.Equal(DatasetState.Complete, StateOf(reading, "lambda-functions"));
            Assert.Equal(DatasetState.Skipped, StateOf(reading, "ec2-instances"));
        }
    }

    [Theory]
    [InlineData("", Function, None)]
    [InlineData(Regions, Function, "")]
    [InlineData(Regions, "", None)]
    [InlineData(Regions, Function, """{"Functions":[],"Account":"111122223333","Region":"us-east-1","NextMarker":"x","NextToken":"y"}""")]
    public async Task A_region_or_a_page_that_is_missing_is_told_and_closes_nothing(string regions, string function, string none)
    {
        SourceReading reading = await Read([.. new[] { regions, function, none }.Where(document => document.Length > 0)]);
        Assert.Equal(DatasetState.Partial, StateOf(reading, "lambda-functions"));
        Assert.Equal("NHI-AWS-034", Assert.Single(reading.Problems).Code);
    }

    [Fact]
    public async Task A_listing_cluster_by_cluster_needs_each_cluster()
    {
        const string One = """{"Account":"111122223333","Regions":[{"RegionName":"eu-west-1"}]}""";
        const string Clusters = """{"clusters":["a","b"],"Account":"111122223333","Region":"eu-west-1"}""";
        string Of(string cluster) => $$"""{"associations":[],"Account":"111122223333","Region":"eu-west-1","Cluster":"{{cluster}}"}""";
        Assert.Equal(DatasetState.Complete, StateOf(await Read(One, Clusters, Of("a"), Of("b")), "eks-pod-identities"));
        Assert.Equal(DatasetState.Partial, StateOf(await Read(One, Clusters, Of("a")), "eks-pod-identities"));
        Assert.Equal(DatasetState.Partial, StateOf(await Read(One, Of("a"), Of("b")), "eks-pod-identities"));
    }

    [Fact]
    public async Task Providers_are_listed_once_for_the_account_and_each_described()
    {
        const string List = """{"OpenIDConnectProviderList":[{"Arn":"arn:aws:iam::111122223333:oidc-provider/gitlab.com"}]}""", Described = """{"Account":"111122223333","Url":"gitlab.com","ClientIDList":["sts.amazonaws.com"],"ThumbprintList":[],"CreateDate":"2025-01-01T00:00:00Z"}""";
        SourceReading whole = await Read(List, Described, """{"SAMLProviderList":[],"Account":"111122223333"}""");
        Assert.Empty(whole.Problems);
        Assert.Equal((DatasetState.Complete, DatasetState.Complete), (StateOf(whole, "oidc-providers"), StateOf(whole, "saml-providers")));
        SourceReading half = await Read(List);
        Assert.Equal((DatasetState.Partial, "NHI-AWS-033"), (StateOf(half, "oidc-providers"), Assert.Single(half.Problems).Code));
        SourceReading alone = await Read(Described);
        Assert.Equal((DatasetState.Partial, "NHI-AWS-034"), (StateOf(alone, "oidc-providers"), Assert.Single(alone.Problems).Code));
    }

    [Fact]
    public async Task Values_of_environment_variables_are_in_no_fact()
    {
        SourceReading reading = await Exports.Read(GoldenLoad.Files("inventory"));
        string all = string.Join('\n', reading.Datasets.SelectMany(dataset => dataset.Facts).Select(fact => fact.Content));
        Assert.Contains("\"EnvironmentNames\":[\"LOG_LEVEL\",\"TABLE\"]", all, StringComparison.Ordinal);
        Assert.Contains("\"EnvironmentNames\":[\"DB_PASSWORD\",\"MODE\"]", all, StringComparison.Ordinal);
        Assert.All(["\"info\"", "\"live\"", "secret:db", "\"prod\""], value => Assert.DoesNotContain(value, all, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_document_of_no_known_command_is_refused() =>
        Assert.Equal("NHI-AWS-007", Assert.Single((await Assert.ThrowsAsync<RefusedInputException>(() => Read("""{"Pipelines":[]}"""))).Problems).Code);

    [Fact]
    public void Each_kind_says_where_it_is_documented_and_what_it_needs()
    {
        Assert.Equal(WorkloadKind.All.Length, WorkloadKind.All.Select(kind => kind.Dataset).Distinct(StringComparer.Ordinal).Count());
        Assert.All(WorkloadKind.All, kind =>
        {
            Assert.NotEmpty(kind.Pages);
            Assert.All(kind.Pages, page => Assert.StartsWith("https://docs.aws.amazon.com/", page, StringComparison.Ordinal));
            Assert.All(kind.Commands, command => Assert.True(ActionTable.Instance.Find(command.Right) >= 0 && command.Command.StartsWith("aws ", StringComparison.Ordinal), command.Command));
            Assert.True(kind.Consumer is null == (kind.Roles.Length == 0 && kind.Via is null));
            Assert.True(kind.Consumer is null || kind.Roles.Length > 0 || WorkloadKind.All.Any(other => other.Dataset == kind.Via?.Dataset), kind.Dataset);
            Assert.True(kind.Commands.Length is 1 or 2);
            Assert.Equal(kind.Containers is null, kind.Container is null);
        });
    }
}
