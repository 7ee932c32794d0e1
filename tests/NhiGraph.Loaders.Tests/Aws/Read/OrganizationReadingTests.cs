using NhiGraph.Loaders.Aws;
using NhiGraph.Loaders.Runs;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Loaders.Tests.Aws.Read;

public class OrganizationReadingTests
{
    private const string User = """{"UserDetailList":[{"Arn":"arn:aws:iam::111122223333:user/a","UserName":"a","UserId":"AIDAEXAMPLE","Path":"/","CreateDate":"2024-01-01T00:00:00Z"}],"GroupDetailList":[],"RoleDetailList":[],"Policies":[],"IsTruncated":false}""";

    private static readonly string[] Whole =
    [
        """{"Organization":{"Id":"o-abc","MasterAccountId":"999999999999","FeatureSet":"ALL"}}""",
        """{"Roots":[{"Id":"r-1","Name":"Root","PolicyTypes":[{"Type":"SERVICE_CONTROL_POLICY","Status":"ENABLED"},{"Type":"RESOURCE_CONTROL_POLICY","Status":"PENDING_DISABLE"}]}]}""",
        """{"Accounts":[{"Id":"111122223333","Name":"prod","Status":"ACTIVE"}]}""",
        """{"Children":[{"Id":"ou-1","Type":"ORGANIZATIONAL_UNIT"},{"Id":"999999999999","Type":"ACCOUNT"}],"ParentId":"r-1"}""",
        """{"Children":[{"Id":"111122223333","Type":"ACCOUNT"}],"ParentId":"ou-1"}""",
        """{"Policies":[{"Id":"p-full","Name":"FullAWSAccess","Type":"SERVICE_CONTROL_POLICY","AwsManaged":true},{"Id":"p-deny","Name":"no-leaving","Type":"SERVICE_CONTROL_POLICY"},{"Id":"p-tag","Name":"tags","Type":"TAG_POLICY"}]}""",
        """{"Policy":{"PolicySummary":{"Id":"p-full","Name":"FullAWSAccess","Type":"SERVICE_CONTROL_POLICY"},"Content":"{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}]}"}}""",
        """{"Policy":{"PolicySummary":{"Id":"p-deny","Name":"no-leaving","Type":"SERVICE_CONTROL_POLICY"},"Content":"{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Deny\",\"Action\":\"organizations:LeaveOrganization\",\"Resource\":\"*\"}}"}}""",
        """{"Targets":[{"TargetId":"r-1","Type":"ROOT"},{"TargetId":"ou-1","Type":"ORGANIZATIONAL_UNIT"},{"TargetId":"111122223333","Type":"ACCOUNT"}],"PolicyId":"p-full"}""",
        """{"Targets":[{"TargetId":"ou-1","Type":"ORGANIZATIONAL_UNIT"}],"PolicyId":"p-deny"}""",
    ];

    private static Task<SourceReading> Read(params string[] documents) =>
        Exports.Read(Exports.Files([Exports.Text("details.json", User)]) with { Organization = [.. documents.Select((document, i) => Exports.Text($"organization-{i}.json", document))] });

    private static DatasetReading Of(SourceReading reading) => reading.Datasets.Single(dataset => dataset.Dataset == AwsDatasets.Organization);

    [Fact]
    public async Task Levels_come_from_the_root_down_in_whatever_order_they_were_given()
    {
        const string Full = """{"Document":{"Statement":[{"Action":"*","Effect":"Allow","Resource":"*"}],"Version":"2012-10-17"},"Id":"p-full","Name":"FullAWSAccess"}""";
        const string Deny = """{"Document":{"Statement":{"Action":"organizations:LeaveOrganization","Effect":"Deny","Resource":"*"},"Version":"2012-10-17"},"Id":"p-deny","Name":"no-leaving"}""";
        string expected = $$"""{"Id":"111122223333","ManagementAccount":false,"OrganizationId":"o-abc","ResourceControl":[],"ServiceControl":[{"Policies":[{{Full}}],"Target":"r-1"},{"Policies":[{{Deny}},{{Full}}],"Target":"ou-1"},{"Policies":[{{Full}}],"Target":"111122223333"}]}""";
        foreach (string[] documents in (string[][])[Whole, [.. Whole.Reverse()], [string.Join('\n', Whole)]])
        {
            SourceReading reading = await Read(documents);
            Assert.Empty(reading.Problems);
            DatasetReading dataset = Of(reading);
            Assert.Equal(DatasetState.Complete, dataset.State);
            Fact fact = Assert.Single(dataset.Facts);
            Assert.Equal(("111122223333", expected), (fact.Id.Key, fact.Content));
        }
    }

    [Fact]
    public async Task What_is_missing_is_told_and_leaves_the_policies_out()
    {
        for (int left = 0; left < Whole.Length; left++)
        {
            SourceReading reading = await Read([.. Whole.Where((_, i) => i != left)]);
            if (left is 2 or 5)
            {
                // Names of accounts say nothing; a policy that was described is known without the list.
                Assert.Equal(DatasetState.Complete, Of(reading).State);
                continue;
            }

            Problem problem = Assert.Single(reading.Problems);
            Assert.Equal("NHI-AWS-030", problem.Code);
            Assert.Equal(DatasetState.Partial, Of(reading).State);
            Assert.Empty(Of(reading).Facts);
        }
    }

    [Fact]
    public async Task The_management_account_is_bound_by_nothing_and_a_load_without_files_skips_it()
    {
        SourceReading reading = await Read("""{"Organization":{"Id":"o-abc","MasterAccountId":"111122223333","FeatureSet":"ALL"}}""");
        Assert.Equal("""{"Id":"111122223333","ManagementAccount":true,"OrganizationId":"o-abc","ResourceControl":[],"ServiceControl":[]}""", Assert.Single(Of(reading).Facts).Content);
        Assert.Equal(DatasetState.Skipped, Of(await Read()).State);
    }

    [Theory]
    [InlineData("""{"Users":[]}""")]
    [InlineData("""[1]""")]
    public async Task What_is_no_answer_of_the_command_refuses_the_load(string document) =>
        Assert.Equal("NHI-AWS-007", (await Assert.ThrowsAsync<RefusedInputException>(() => Read(document))).Problems[0].Code);

    [Theory]
    [InlineData("""{"Children":[{"Id":"ou-1"}]}""")]
    [InlineData("""{"Policy":{"PolicySummary":{"Id":"p-full","Type":"SERVICE_CONTROL_POLICY"},"Content":"{\"Statement\":7}"}}""")]
    [InlineData("""{"Policies":[{"Id":"p-full","Type":"SERVICE_CONTROL_POLICY"}],"NextToken":"x"}""")]
    public async Task What_does_not_parse_leaves_the_policies_out(string document)
    {
        SourceReading reading = await Read([.. Whole, document]);
        Assert.Contains(reading.Problems, problem => problem.Code == "NHI-AWS-030");
        Assert.Equal(DatasetState.Partial, Of(reading).State);
    }
}
