using NhiGraph.Loaders.Aws;
using NhiGraph.Loaders.Runs;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Loaders.Tests.Aws.Read;

public sealed class CompletenessTests
{
    private const string User = """{"Arn":"arn:aws:iam::111122223333:user/ana","UserName":"ana"}""";
    private const string Other = """{"Arn":"arn:aws:iam::111122223333:user/bob","UserName":"bob"}""";

    [Fact]
    public async Task Pages_in_any_order_are_complete_once_the_last_is_there()
    {
        SourceReading reading = await Exports.ReadDetails($$"""{"UserDetailList":[{{Other}}],"IsTruncated":false}""", $$"""{"UserDetailList":[{{User}}],"IsTruncated":true,"Marker":"m"}""");
        Assert.Equal(DatasetState.Complete, StateOf(reading, AwsDatasets.Users));
        Assert.Empty(reading.Problems);
    }

    [Theory]
    [InlineData("\"IsTruncated\":true,\"Marker\":\"m\"")]
    [InlineData("\"NextToken\":\"n\"")]
    public async Task A_missing_last_page_makes_every_list_partial(string truncated)
    {
        SourceReading reading = await Exports.ReadDetails($$"""{"UserDetailList":[{{User}}],"RoleDetailList":[],{{truncated}}}""");
        Assert.Equal(DatasetState.Partial, StateOf(reading, AwsDatasets.Users));
        Assert.Equal(DatasetState.Partial, StateOf(reading, AwsDatasets.Roles));
        Assert.Equal(DatasetState.Skipped, StateOf(reading, AwsDatasets.Policies));
        Assert.Equal("NHI-AWS-020", Assert.Single(reading.Problems).Code);
    }

    [Fact]
    public async Task A_list_that_is_not_there_is_skipped_and_an_empty_one_complete()
    {
        SourceReading reading = await Exports.ReadDetails($$"""{"UserDetailList":[{{User}}],"GroupDetailList":[]}""");
        Assert.Equal([DatasetState.Complete, DatasetState.Complete], reading.Datasets.Take(2).Select(dataset => dataset.State));
        Assert.All(reading.Datasets.Skip(2), dataset => Assert.Equal(DatasetState.Skipped, dataset.State));
    }

    [Fact]
    public async Task An_item_of_no_known_account_makes_the_dataset_of_every_account_partial()
    {
        SourceReading reading = await Exports.ReadDetails($$"""{"UserDetailList":[{{User}},{}]}""", """{"UserDetailList":[{"Arn":"arn:aws:iam::444455556666:user/eve","UserName":"eve"}]}""");
        Assert.All(reading.Datasets.Where(dataset => dataset.Dataset == AwsDatasets.Users), dataset => Assert.Equal(DatasetState.Partial, dataset.State));
    }

    [Fact]
    public async Task An_empty_list_of_users_beside_a_report_that_has_some_is_partial()
    {
        string header = File.ReadLines(Path.Combine(Repository.Golden, "one-account", "report.csv")).First();
        string row = "ana,arn:aws:iam::111122223333:user/ana" + string.Concat(Enumerable.Repeat(",N/A", header.Split(',').Length - 2));
        SourceReading reading = await Exports.Read(Exports.Files(
            [Exports.Text("roles.json", """{"UserDetailList":[],"GroupDetailList":[{"Arn":"arn:aws:iam::111122223333:group/g","GroupName":"g"}]}""")], [Exports.Text("report.csv", header + "\n" + row + "\n")]));
        Assert.Equal(DatasetState.Partial, StateOf(reading, AwsDatasets.Users));
        Assert.Equal(("NHI-AWS-027", "roles.json#/UserDetailList"), (Assert.Single(reading.Problems).Code, reading.Problems[0].Locator));
    }

    [Theory]
    [InlineData("""{"AccessKeyMetadata":[ITEM]}""", "keys.json#/AccessKeyMetadata/0")]
    [InlineData("[ITEM]", "keys.json#/0")]
    [InlineData("ITEM", "keys.json#")]
    [InlineData("""{"AccessKeyMetadata":[]}{"AccessKeyMetadata":[ITEM]}""", "keys.json (document 2)#/AccessKeyMetadata/0")]
    public async Task Access_keys_come_as_documents_or_as_the_items_of_their_list(string form, string locator)
    {
        string keys = form.Replace("ITEM", """{"UserName":"ana","AccessKeyId":"AKIAIOSFODNN7EXAMPLE","Status":"Active"}""", StringComparison.Ordinal);
        SourceReading reading = await Exports.Read(Exports.Files([Exports.Text("page.json", $$"""{"UserDetailList":[{{User}}]}""")], keys: [Exports.Text("keys.json", keys)]));
        Assert.Empty(reading.Problems);
        Assert.Equal(locator, reading.Datasets.Single(dataset => dataset.Dataset == AwsDatasets.AccessKeys).Facts.Single().Locator);
        Assert.Equal(DatasetState.Partial, StateOf(reading, AwsDatasets.AccessKeys));
    }

    [Fact]
    public async Task Lines_shuffled_give_the_same_facts()
    {
        SourceReading one = await Exports.ReadDetails($$"""{"UserDetailList":[{{User}},{{Other}}]}""");
        SourceReading two = await Exports.ReadDetails($$"""{"UserDetailList":[{{Other}},{{User}}]}""");
        Assert.Equal(one.Datasets.SelectMany(dataset => dataset.Facts).Select(fact => (fact.Id, fact.Content)), two.Datasets.SelectMany(dataset => dataset.Facts).Select(fact => (fact.Id, fact.Content)));
    }

    [Fact]
    public async Task A_thousand_equal_problems_are_told_as_a_hundred_and_a_count()
    {
        SourceReading reading = await Exports.ReadDetails($$"""{"UserDetailList":[{{User}},{{string.Join(',', Enumerable.Repeat("{}", 1000))}}]}""");
        Assert.Equal(101, reading.Problems.Length);
        Assert.Equal(("NHI-AWS-028", "900 more problems with code NHI-AWS-010."), (reading.Problems[^1].Code, reading.Problems[^1].Statement));
    }

    private static DatasetState StateOf(SourceReading reading, string dataset) => reading.Datasets.Single(found => found.Dataset == dataset).State;
}
