using System.Text.Json;
using NhiGraph.Loaders.Aws.Data;
using NhiGraph.Loaders.Aws.Live;
using NhiGraph.Loaders.Aws.Live.Api;
using NhiGraph.Loaders.Aws.Live.Fetch;
using NhiGraph.Loaders.Runs;
using NhiGraph.Loaders.Tests.Aws.Live.Stub;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Loaders.Tests.Aws.Live;

public sealed class LiveLoadTests : IAsyncLifetime
{
    /// <summary>Rights that are not called as what is called and signed for. Source: the Service Authorization Reference.</summary>
    private static readonly Dictionary<string, string> Renamed = new()
    {
        ["tagging:GetResources"] = "tag:GetResources", ["s3:ListBuckets"] = "s3:ListAllMyBuckets", ["s3:GetBucketEncryption"] = "s3:GetEncryptionConfiguration",
        ["s3:GetPublicAccessBlock"] = "s3:GetBucketPublicAccessBlock", ["s3control:GetPublicAccessBlock"] = "s3:GetAccountPublicAccessBlock",
    };

    private AwsStub stub = null!;

    public async ValueTask InitializeAsync() => stub = await AwsStub.StartAsync();

    public ValueTask DisposeAsync() => stub.DisposeAsync();

    [Fact]
    public async Task A_live_load_reads_what_the_files_of_the_cli_say()
    {
        SourceReading live = await LiveRun.ReadAsync(stub);

        Assert.Empty(stub.BadSignatures);
        Assert.Empty(live.Problems);
        Assert.Equal(LiveRun.Text(await LiveRun.ReadFilesAsync()), LiveRun.Text(live));
        Assert.Equal(DatasetState.Complete, live.State("access-keys"));
        Assert.Equal(DatasetState.Complete, live.State("organization-policies"));
        Assert.Equal(DatasetState.Complete, live.State("resource-policies"));
        Assert.Contains("LastRotatedDate", live.Datasets.Single(dataset => dataset.Dataset == "secrets").Facts[0].Content, StringComparison.Ordinal);
        Assert.Equal(20, live.Datasets.Single(dataset => dataset.Dataset == "resource-policies").Facts.Length);
    }

    [Fact]
    public async Task The_printed_policy_is_what_is_called_and_no_more()
    {
        await LiveRun.FetchAsync(stub);

        using JsonDocument policy = JsonDocument.Parse(AwsLive.ReadPolicy);
        JsonElement statement = policy.RootElement.GetProperty("Statement")[0];
        IEnumerable<string> called = stub.Calls.Select(call => Renamed.GetValueOrDefault($"{call.Service}:{call.Operation}") ?? $"{call.Service}:{call.Operation}").Where(call => call != "sts:GetCallerIdentity");
        // In the stub's account nothing is listed that these would be asked of.
        string[] idle =
        [
            "apprunner:DescribeService", "cloudformation:DescribeStackSet", "codedeploy:GetDeploymentGroup", "codedeploy:ListDeploymentGroups", "ecs:DescribeTasks",
            "sagemaker:DescribeDomain", "sagemaker:DescribeNotebookInstance", "sagemaker:DescribeProcessingJob", "sagemaker:DescribeTrainingJob", "states:DescribeStateMachine",
        ];
        Assert.Equal(called.Concat(idle).Distinct().Order(StringComparer.Ordinal), statement.GetProperty("Action").EnumerateArray().Select(action => action.GetString()!));
        Assert.Equal(("Allow", "*"), (statement.GetProperty("Effect").GetString(), statement.GetProperty("Resource")[0].GetString()));
        Assert.All(called, call => Assert.Matches(":(Get|List|Describe|BatchGet|GenerateCredentialReport)", call));
    }

    [Fact]
    public async Task Requests_are_signed_for_the_region_of_their_endpoint()
    {
        await LiveRun.FetchAsync(stub);

        Assert.All(stub.Calls.Where(call => call.Service is "iam" or "organizations"), call => Assert.Equal("us-east-1", call.Region));
        Assert.Equal(["eu-west-1", "us-east-1"], stub.Calls.Where(call => call.Service == "tagging").Select(call => call.Region).Distinct());
    }

    [Fact]
    public async Task Roles_are_accounts_and_what_one_sees_of_the_organisation_holds_for_all()
    {
        stub.Instead = call => call is { Operation: "ListRoots", Account: StubAccount.Id } ? StubAnswer.Error("organizations", 400, "AccessDeniedException") : null;

        SourceReading live = await LiveRun.ReadAsync(stub, roles: [$"arn:aws:iam::{StubAccount.Id}:role/nhigraph", $"arn:aws:iam::{StubAccount.Management}:role/nhigraph"]);

        Assert.Empty(stub.BadSignatures);
        Assert.Empty(live.Problems);
        Assert.Equal(DatasetState.Complete, live.State("organization-policies"));
        Assert.Equal(DatasetState.Complete, live.State("iam-users", StubAccount.Management));
        Assert.Contains("p-full", live.Datasets.Single(dataset => dataset.Scope == "aws:" + StubAccount.Id && dataset.Dataset == "organization-policies").Facts.Single().Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_roles_of_one_account_are_refused()
    {
        AwsUnreachableException refused = await Assert.ThrowsAsync<AwsUnreachableException>(() => LiveRun.FetchAsync(stub, roles: [$"arn:aws:iam::{StubAccount.Id}:role/a", $"arn:aws:iam::{StubAccount.Id}:role/b"]));
        Assert.Equal("NHI-LIV-113", refused.Problem.Code);
    }

    [Fact]
    public async Task A_role_that_may_not_be_assumed_is_told_by_name()
    {
        stub.Instead = call => call.Operation == "AssumeRole" ? StubAnswer.Error("sts", 403, "AccessDenied") : null;

        AwsUnreachableException refused = await Assert.ThrowsAsync<AwsUnreachableException>(() => LiveRun.FetchAsync(stub, roles: ["arn:aws:iam::111122223333:role/other"]));

        Assert.Equal("NHI-LIV-101", refused.Problem.Code);
        Assert.Contains("arn:aws:iam::111122223333:role/other", refused.Problem.Locator, StringComparison.Ordinal);
        Assert.Contains("sts:AssumeRole", refused.Problem.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_in_no_organisation_is_bound_by_nothing()
    {
        stub.Instead = call => call.Operation == "DescribeOrganization" ? StubAnswer.Error("organizations", 400, "AWSOrganizationsNotInUseException") : null;

        SourceReading live = await LiveRun.ReadAsync(stub);

        Assert.Empty(live.Problems);
        Assert.Equal(DatasetState.Complete, live.State("organization-policies"));
        Assert.Equal("""{"Id":"111122223333","ManagementAccount":false,"ResourceControl":[],"ServiceControl":[]}""", live.Datasets.Single(dataset => dataset.Dataset == "organization-policies").Facts.Single().Content);
    }

    [Theory]
    [InlineData(20)]
    [InlineData(-20)]
    public async Task A_clock_that_is_wrong_is_corrected(int minutes)
    {
        stub.Skew = TimeSpan.FromMinutes(minutes);

        SourceReading live = await LiveRun.ReadAsync(stub);

        Assert.Empty(live.Problems);
        Assert.Single(stub.BadSignatures);
    }

    [Theory]
    [InlineData("ExpiredToken", "NHI-LIV-103")]
    [InlineData("InvalidClientTokenId", "NHI-LIV-104")]
    [InlineData("SignatureDoesNotMatch", "NHI-LIV-104")]
    [InlineData("AccessDenied", "NHI-LIV-101")]
    [InlineData("RequestExpired", "NHI-LIV-105")]
    [InlineData("OptInRequired", "NHI-LIV-106")]
    [InlineData("ServiceUnavailable", "NHI-LIV-110")]
    [InlineData("NeverHeardOf", "NHI-LIV-119")]
    public async Task Credentials_that_AWS_does_not_take_end_the_load_with_a_remedy(string code, string problem)
    {
        stub.Instead = call => call.Service == "sts" ? StubAnswer.Error("sts", problem == "NHI-LIV-119" ? 400 : 403, code) : null;

        AwsUnreachableException refused = await Assert.ThrowsAsync<AwsUnreachableException>(() => LiveRun.FetchAsync(stub));

        Assert.Equal(problem, refused.Problem.Code);
        Assert.Contains(code, refused.Problem.Statement, StringComparison.Ordinal);
        Assert.Contains("sts:GetCallerIdentity", refused.Problem.Locator, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_there_is_told_with_a_remedy()
    {
        AwsUnreachableException refused = await Assert.ThrowsAsync<AwsUnreachableException>(() => LiveRun.FetchAsync(stub, variable: name => name == "AWS_ENDPOINT_URL" ? "http://127.0.0.1:1" : stub.Variable(name)));
        Assert.Equal("NHI-LIV-107", refused.Problem.Code);

        refused = await Assert.ThrowsAsync<AwsUnreachableException>(() => LiveRun.FetchAsync(stub, variable: name => name == "AWS_ENDPOINT_URL_STS" ? "over there" : stub.Variable(name)));
        Assert.Equal("NHI-LIV-114", refused.Problem.Code);
        Assert.Contains("AWS_ENDPOINT_URL_STS", refused.Problem.Statement, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_that_is_not_there_yet_is_waited_for()
    {
        int asked = 0;
        stub.Instead = call => call.Operation == "GetCredentialReport" && ++asked < 3 ? StubAnswer.Error("iam", 410, asked == 1 ? "ReportNotPresent" : "ReportInProgress") : null;

        Assert.Equal(DatasetState.Complete, (await LiveRun.ReadAsync(stub)).State("credential-report"));
        Assert.Equal(3, asked);
    }

    [Fact]
    public async Task A_report_that_never_comes_is_told()
    {
        stub.Instead = call => call.Operation == "GetCredentialReport" ? StubAnswer.Error("iam", 410, "ReportInProgress") : null;

        SourceReading live = await LiveRun.ReadAsync(stub, LiveRun.Fast with { Report = TimeSpan.FromMilliseconds(50) });

        Assert.Equal(DatasetState.Failed, live.State("credential-report"));
        Assert.Contains(live.Problems, problem => problem.Code == "NHI-LIV-116");
    }

    [Fact]
    public async Task Who_may_not_have_a_report_made_may_fetch_one()
    {
        stub.Instead = call => call.Operation == "GenerateCredentialReport" ? StubAnswer.Error("iam", 403, "AccessDenied") : null;

        SourceReading live = await LiveRun.ReadAsync(stub);

        Assert.Equal(DatasetState.Complete, live.State("credential-report"));
        Assert.Empty(live.Problems);
    }

    [Fact]
    public async Task Without_a_list_of_users_nobody_is_asked_for_keys_and_that_is_told()
    {
        stub.Instead = call => call.Operation is "GetAccountAuthorizationDetails" or "GetCredentialReport" ? StubAnswer.Error("iam", 403, "AccessDenied") : null;

        SourceReading live = await LiveRun.ReadAsync(stub);

        Assert.Equal(DatasetState.Failed, live.State("access-keys"));
        Assert.Equal(DatasetState.Denied, live.State("iam-users"));
        Assert.Contains(live.Problems, problem => problem.Code == "NHI-LIV-117");
    }

    [Fact]
    public async Task An_account_that_refuses_all_is_still_told_of()
    {
        stub.Instead = call => call.Service == "sts" ? null : StubAnswer.Error(call.Service, 403, "AccessDenied");

        SourceReading live = await LiveRun.ReadAsync(stub);

        Assert.Empty(((string[])["iam-users", "iam-groups", "iam-roles", "iam-policies", "credential-report", "tagged-resources", "organization-policies", "lambda-functions", "ecs-services"]).Except(live.Datasets.Where(dataset => dataset.State == DatasetState.Denied).Select(dataset => dataset.Dataset)));
        Assert.Contains(live.Problems, problem => problem is { Code: "NHI-LIV-101" } && problem.Remedy.Contains("iam:GetAccountAuthorizationDetails", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Calls_are_few_where_all_are_refused()
    {
        stub.Instead = call => call.Operation == "ListAccessKeys" ? StubAnswer.Error("iam", 429, "Throttling") : null;

        await LiveRun.FetchAsync(stub, LiveRun.Fast with { Attempts = 1 });

        Assert.InRange(stub.Calls.Count(call => call.Operation == "ListAccessKeys"), 1, 6);
    }

    [Fact]
    public async Task No_secret_is_told_or_kept()
    {
        const string Planted = "ghp_abcdefghijklmnopqrstuvwxyz0123456789";
        stub.Instead = call => call.Operation == "GetAccountAuthorizationDetails" && call.Page is null ? StubAccount.Answer(call) is var answer ? answer with { Body = answer.Body.Replace("a &amp; b", Planted, StringComparison.Ordinal) } : null : null;
        var told = new List<string>();
        string folder = Directory.CreateTempSubdirectory("nhigraph-live-").FullName;
        try
        {
            AwsLiveExport export = await LiveRun.FetchAsync(stub, told: told.Add, roles: [$"arn:aws:iam::{StubAccount.Id}:role/nhigraph"]);
            await export.SaveAsync(folder, TestContext.Current.CancellationToken);
            SourceReading reading = await export.ReadAsync(TestContext.Current.CancellationToken);

            Assert.Equal(3, reading.Problems.Count(problem => problem.Code == "NHI-AWS-022"));
            string all = string.Concat([.. told, .. reading.Problems.Select(problem => problem.ToString()), .. Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Select(File.ReadAllText), LiveRun.Text(reading)]);
            Assert.Contains("DB_PASSWORD", all, StringComparison.Ordinal);
            Assert.DoesNotContain(StubInventory.Value, all, StringComparison.Ordinal);
            Assert.DoesNotContain(Planted, all, StringComparison.Ordinal);
            Assert.DoesNotContain(AwsStub.Secret, all, StringComparison.Ordinal);
            Assert.DoesNotContain("secret-of-", all, StringComparison.Ordinal);
            Assert.DoesNotContain("token/of", all, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Each_command_that_the_inventory_reads_has_its_call_with_the_same_right()
    {
        IEnumerable<string> read = WorkloadKind.All.SelectMany(kind => ((WorkloadCommand?[])[kind.Containers, .. kind.Commands]).OfType<WorkloadCommand>().Select(command => $"{kind.Dataset} {command.Command} {command.Right}"));
        IEnumerable<string> asked = LiveCall.All.Where(call => call.Way == FetchWay.Inventory && call.Datasets.Length > 0).Select(call => WorkloadSieve.Of(call) is var (kind, command) ? $"{kind.Dataset} {command.Command} {call.Right}" : "");
        Assert.Equal(read.Order(StringComparer.Ordinal), asked.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("iam", "eu-west-1", "https://iam.amazonaws.com/", "us-east-1")]
    [InlineData("iam", "cn-northwest-1", "https://iam.cn-north-1.amazonaws.com.cn/", "cn-north-1")]
    [InlineData("iam", "us-gov-east-1", "https://iam.us-gov.amazonaws.com/", "us-gov-west-1")]
    [InlineData("organizations", "ap-south-1", "https://organizations.us-east-1.amazonaws.com/", "us-east-1")]
    [InlineData("sts", "cn-north-1", "https://sts.cn-north-1.amazonaws.com.cn/", "cn-north-1")]
    [InlineData("resourcegroupstaggingapi", "eu-central-1", "https://tagging.eu-central-1.amazonaws.com/", "eu-central-1")]
    public void Each_partition_has_its_endpoints(string service, string region, string address, string signingRegion)
    {
        (Uri found, Amazon.RegionEndpoint at, _) = new AwsEndpoints(_ => null, null).Of(ApiService.Of(service), region);
        Assert.Equal((address, signingRegion), (found.AbsoluteUri, at.SystemName));
    }

    [Fact]
    public void Endpoints_are_where_the_configuration_says_the_nearest_first()
    {
        var set = new Dictionary<string, string> { ["AWS_ENDPOINT_URL"] = "http://127.0.0.1:1", ["AWS_ENDPOINT_URL_IAM"] = "http://127.0.0.1:2" };
        var endpoints = new AwsEndpoints(set.GetValueOrDefault, "http://127.0.0.1:3");
        Assert.Equal(2, endpoints.Of(ApiService.Of("iam"), "eu-west-1").Address.Port);
        Assert.Equal(1, endpoints.Of(ApiService.Of("organizations"), "eu-west-1").Address.Port);
        set.Clear();
        Assert.Equal(3, endpoints.Of(ApiService.Of("iam"), "eu-west-1").Address.Port);
        set["AWS_IGNORE_CONFIGURED_ENDPOINT_URLS"] = "true";
        Assert.Equal("iam.amazonaws.com", endpoints.Of(ApiService.Of("iam"), "eu-west-1").Address.Host);
    }
}
