using System.Text.RegularExpressions;
using NhiGraph.Loaders.Aws.Data;
using NhiGraph.Loaders.Aws.Derive;
using NhiGraph.Loaders.Aws.Live.Fetch;
using NhiGraph.Loaders.Runs;
using NhiGraph.Loaders.Tests.Aws.Live.Stub;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Memory;

namespace NhiGraph.Loaders.Tests.Aws.Live;

/// <summary>Every call and page fails, for good and in passing: in every way, or where its kind of call does so already, in some in turn (NHIGRAPH_LONG=1: in every way).</summary>
public sealed partial class LiveFaultTests : IAsyncLifetime
{
    /// <summary>Operation, with its service where another has one of that name, and page; a call of this kind that has no other page stands once.</summary>
    private static readonly (string Operation, string? Page)[] Places =
    [
        ("GetAccountAuthorizationDetails", null), ("GetAccountAuthorizationDetails", "details-2"), ("GetAccountAuthorizationDetails", "details-3"), ("GenerateCredentialReport", null), ("GetCredentialReport", null),
        ("ListAccessKeys", null), ("ListAccessKeys", "keys-2"), ("GetResources", null), ("GetResources", "eu-2"), ("DescribeOrganization", null), ("ListRoots", null), ("ListChildren", null), ("ListPolicies", null), ("DescribePolicy", null),
        ("ListTargetsForPolicy", null), ("ListTargetsForPolicy", "targets-2"),
        ("DescribeRegions", null), ("DescribeInstances", null), ("DescribeStacks", null), ("ListFunctions", null), ("ListFunctions", "functions-2"), ("ListTaskDefinitions", null), ("DescribeTaskDefinition", null), ("DescribePodIdentityAssociation", null), ("ListSSHPublicKeys", null),
        ("ListOpenIDConnectProviders", null), ("GetOpenIDConnectProvider", null), ("ListSAMLProviders", null), ("ListServerCertificates", null), ("ListMFADevices", null), ("ListVirtualMFADevices", null), ("iam GetPolicy", null), ("GetPolicyVersion", null),
        ("ListBuckets", null), ("ListBuckets", "buckets-2"), ("ListKeys", null), ("ListKeys", "kms-2"), ("ListQueues", null), ("ListTopics", null), ("DescribeRepositories", null), ("ListTables", null), ("ListSecrets", null),
        ("GetBucketPolicy", null), ("s3 GetPublicAccessBlock", null), ("s3control GetPublicAccessBlock", null), ("GetBucketEncryption", null), ("GetKeyPolicy", null), ("GetQueueAttributes", null), ("GetTopicAttributes", null),
        ("secretsmanager GetResourcePolicy", null), ("lambda GetPolicy", null), ("GetRepositoryPolicy", null), ("dynamodb GetResourcePolicy", null),
    ];

    /// <summary>So many of the places are read in a way of their own.</summary>
    private const int OwnWays = 12;

    private static readonly string[] Ways = ["denied", "too-many", "failing", "throttled", "cut", "silent", "circle", "malformed", "page-of-a-proxy", "nothing", "other-answer", "expired"];

    private const string Again = "again";

    /// <summary>The account without a fault.</summary>
    private static readonly Lazy<Task<SourceReading>> Sound = new(async () =>
    {
        await using AwsStub sound = await AwsStub.StartAsync();
        return await LiveRun.ReadAsync(sound);
    });

    private AwsStub stub = null!;

    /// <summary>A circle needs a page that may name another one.</summary>
    public static TheoryData<string, string?, string> All =>
        [.. from place in Places from way in WaysOf(place) where way != "circle" || (Called(place.Operation).Page is not null && place.Operation is not ("DescribeInstances" or "DescribeStacks")) select new TheoryDataRow<string, string?, string>(place.Operation, place.Page, way)];

    /// <summary>Ways in which the next attempt may bring what this one did not.</summary>
    public static TheoryData<string, string?, string> Passing =>
        [.. from place in Places from way in WaysOf(place) where way is not ("circle" or "denied" or "expired") select new TheoryDataRow<string, string?, string>(place.Operation, place.Page, way)];

    public async ValueTask InitializeAsync() => stub = await AwsStub.StartAsync();

    public ValueTask DisposeAsync() => stub.DisposeAsync();

    [Theory]
    [MemberData(nameof(All))]
    public async Task What_fails_for_good_is_told_and_closes_nothing(string operation, string? page, string way)
    {
        SourceReading sound = await Sound.Value;
        stub.Instead = call => Is(call, operation) && (call.Page == page || call.Page == Again) ? Fault(call, way) : null;

        SourceReading faulted = await LiveRun.ReadAsync(stub, LiveRun.Fast with { Answer = TimeSpan.FromMilliseconds(way == "silent" ? 800 : 20_000), Attempts = way == "silent" ? 1 : 3 });

        LiveCall failed = Called(operation);
        // A report that may not be made may be fetched.
        bool harmless = operation == "GenerateCredentialReport";
        Assert.Equal(harmless, faulted.Problems.IsEmpty);
        foreach (DatasetReading dataset in faulted.Datasets.Where(dataset => dataset.Scope == "aws:" + StubAccount.Id))
        {
            DatasetState before = sound.State(dataset.Dataset);
            bool hit = !harmless && (failed.Datasets.Contains(dataset.Dataset) || (operation == "DescribeRegions" && LiveCall.DatasetsOf("inventory").Contains(dataset.Dataset)));
            // How many keys there should be, only the report says; who else has credentials, only the list of users; what should have said something, only the inventory.
            bool follows = !harmless && ((operation == "GetCredentialReport" && dataset.Dataset == "access-keys") || (operation == "GetAccountAuthorizationDetails" && LiveCall.DatasetsOf("credentials").Contains(dataset.Dataset))
                || (dataset.Dataset == "resource-policies" && (operation == "DescribeRegions" || WorkloadKind.All.Any(kind => !kind.Says.IsEmpty && failed.Datasets.Contains(kind.Dataset)))));
            Assert.True(hit ? dataset.State is DatasetState.Denied or DatasetState.Failed or DatasetState.Partial : follows ? dataset.State == DatasetState.Partial : dataset.State == before, $"{dataset.Dataset} is {dataset.State}, was {before}");
            if (hit && dataset.Facts.IsEmpty && page is null && operation is "GetAccountAuthorizationDetails" or "GetCredentialReport" or "DescribeOrganization" && way != "circle")
            {
                Assert.Equal(way == "denied" ? DatasetState.Denied : DatasetState.Failed, dataset.State);
            }
        }

        var store = new MemoryGraphStore();
        await LoadRun.ExecuteAsync(store, sound, [AwsProvider.Create()], TimeProvider.System, TestContext.Current.CancellationToken);
        RunReport report = await LoadRun.ExecuteAsync(store, faulted, [AwsProvider.Create()], TimeProvider.System, TestContext.Current.CancellationToken);
        var facts = new HashSet<string>();
        await foreach (Fact fact in store.FactsAsync(report.Run.Id, null, null, TestContext.Current.CancellationToken))
        {
            facts.Add(fact.Id.Dataset + " " + fact.Id.Key);
        }

        Assert.Empty(sound.Datasets.SelectMany(dataset => dataset.Facts).Select(fact => fact.Id.Dataset + " " + fact.Id.Key).Except(facts));
        Assert.Equal(harmless, report.Whole);
        Assert.Empty(stub.BadSignatures);
    }

    [Theory]
    [MemberData(nameof(Passing))]
    public async Task What_fails_in_passing_leaves_nothing_behind(string operation, string? page, string way)
    {
        string sound = LiveRun.Text(await Sound.Value);
        int failed = 0;
        stub.Instead = call => Is(call, operation) && call.Page == page && Interlocked.Increment(ref failed) == 1 ? Fault(call, way) : null;

        SourceReading reading = await LiveRun.ReadAsync(stub, LiveRun.Fast with { Answer = TimeSpan.FromMilliseconds(way == "silent" ? 1_000 : 20_000) });

        Assert.Empty(reading.Problems);
        Assert.Equal(sound, LiveRun.Text(reading));
        Assert.True(failed >= 2, "The call was not made again.");
        Assert.Empty(stub.BadSignatures);
    }

    /// <summary>Places that go the way of another take turns in their ways; with NHIGRAPH_LONG=1 each fails in all.</summary>
    private static IEnumerable<string> WaysOf((string Operation, string? Page) place) => Array.IndexOf(Places, place) is var index && (index < OwnWays || Environment.GetEnvironmentVariable("NHIGRAPH_LONG") is not null)
        ? Ways
        : Ways.Where((_, way) => (way + index) % 4 == 0);

    private static bool Is(StubCall call, string operation) => operation == call.Operation || operation == $"{call.Service} {call.Operation}";

    private static LiveCall Called(string operation) => LiveCall.All.First(call => operation == call.Operation || operation == $"{call.Service.Name} {call.Operation}");

    private static StubAnswer Fault(StubCall call, string way) => way switch
    {
        "denied" => StubAnswer.Error(call.Service, StubAnswer.IsXml(call.Service) ? 403 : 400, call.Service == "ec2" ? "UnauthorizedOperation" : StubAnswer.IsXml(call.Service) ? "AccessDenied" : "AccessDeniedException"),
        "too-many" => new(429, ""),
        "failing" => new(500, "<html>oops</html>"),
        "throttled" => StubAnswer.Error(call.Service, 400, call.Service == "ec2" ? "RequestLimitExceeded" : StubAnswer.IsXml(call.Service) ? "Throttling" : "TooManyRequestsException"),
        "cut" => StubAccount.Answer(call) with { Cut = true },
        "silent" => new(200, "") { Silent = true },
        "circle" => Circle(call),
        "malformed" => StubAccount.Answer(call) is var answer ? answer with { Body = answer.Body[..^5] } : throw new InvalidOperationException(),
        "page-of-a-proxy" => new(200, "<html><body>Sign in to the network</body></html>"),
        "nothing" => new(200, ""),
        "other-answer" => StubAnswer.IsXml(call.Service) ? StubAnswer.Xml("ListUsers", "") : new(200, "[]"),
        "expired" => StubAnswer.Error(call.Service, 403, "ExpiredTokenException"),
        _ => throw new NotSupportedException(way),
    };

    /// <summary>The page says that the page after it is itself, and so on.</summary>
    private static StubAnswer Circle(StubCall call)
    {
        StubAnswer answer = StubAccount.Answer(call);
        string token = call.Page ?? Again;
        string name = LiveCall.All.First(known => known.Operation == call.Operation).NextPage ?? LiveCall.Of(call.Operation).Page!;
        string rest = Next().Replace(answer.Body, "");
        return answer with
        {
            Body = call.Service switch
            {
                "iam" => Regex.Replace(answer.Body, "<IsTruncated>.*?(?=</[A-Za-z]*Result>)", $"<IsTruncated>true</IsTruncated><Marker>{token}</Marker>"),
                "s3" or "sns" => Regex.Replace(rest, "(?=</[A-Za-z]*Result>)", $"<{name}>{token}</{name}>"),
                "tagging" => Regex.Replace(answer.Body, "\"PaginationToken\":\"[^\"]*\"", $"\"PaginationToken\":\"{token}\""),
                _ => $"{rest[..^1]}{(rest == "{}" ? "" : ",")}\"{name}\":\"{token}\"}}",
            },
        };
    }

    [GeneratedRegex("<ContinuationToken>.*?</ContinuationToken>|,\"Next(Token|Marker)\":\"[^\"]*\"")]
    private static partial Regex Next();
}
