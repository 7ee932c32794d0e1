using System.Collections.Immutable;
using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Aws;
using NhiGraph.Loaders.Aws.Data;
using NhiGraph.Loaders.Aws.Derive;
using NhiGraph.Loaders.Aws.Derive.Techniques;
using NhiGraph.Loaders.Runs;
using NhiGraph.Loaders.Tests.Aws.Read;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Loaders.Tests.Aws.Derive.Workloads;

public class WorkloadTests
{
    private const string Function = "arn:aws:lambda:eu-west-1:111111111111:function:f";

    private static string Trust(string service, string condition = "") => $$"""{"Effect":"Allow","Principal":{"Service":"{{service}}"},"Action":"sts:AssumeRole"{{(condition.Length == 0 ? "" : ",\"Condition\":" + condition)}}}""";

    private static string Fact(string arn, string member, string role, string more = "") => $$"""{"Arn":"{{arn}}","Name":"w","Roles":[{"Member":"{{member}}","Role":"{{role}}"}],"EnvironmentNames":[],"Keys":[],"Tags":[]{{more}}}""";

    private static TestAccount WithFunction(string trust, string role = "arn:aws:iam::111111111111:role/r") => new TestAccount().Role("r", trust).Raw("lambda-functions", Function, Fact(Function, "Role", role));

    /// <summary>Each way from a workload to a role, with the lower certainty of its two edges, and whether it works.</summary>
    private static string[] Ways(DerivedGraph graph) =>
    [
        .. from uses in graph.Edges
           where uses.Kind == EdgeKind.Uses && uses.From.StartsWith("aws:arn:", StringComparison.Ordinal)
           from authenticates in graph.Out[uses.To]
           where authenticates.Kind == EdgeKind.Authenticates
           let certainty = uses.Certainty < authenticates.Certainty ? uses.Certainty : authenticates.Certainty
           let way = $"{uses.From.Split(':', 7)[6]} -> {authenticates.To[(authenticates.To.LastIndexOf('/') + 1)..]} {certainty.Text()}{(uses.Validity.IsAlways && authenticates.Validity.IsAlways ? "" : " inactive")}"
           orderby way
           select way,
    ];

    private static async Task<DerivedScope> InventoryAsync()
    {
        SourceReading reading = await Exports.Read(GoldenLoad.Files("inventory"));
        Assert.Empty(reading.Problems);
        return AwsProvider.Create().Derive(new("aws:111122223333", [.. reading.Datasets.SelectMany(dataset => dataset.Facts)], reading.Datasets.ToImmutableSortedDictionary(dataset => (AwsDatasets.Source, dataset.Dataset), dataset => dataset.State)));
    }

    [Fact]
    public async Task Every_kind_of_workload_runs_as_the_role_that_its_listing_says()
    {
        string[] expected =
        [
            "function:edge -> web DECLARED inactive", "function:orders -> orders PROVED", "function:orders-elsewhere -> other DECLARED",
            "compute-environment/burst -> batch PROVED",
            "deploymentgroup:web/blue -> deploys PROVED",
            "instance/i-0aaa -> web PROVED",
            "job-definition/report -> report-job PROVED",
            "job/nightly -> etl PROVED",
            "notebook-instance/lab -> studio PROVED",
            "podidentityassociation/shop/a-1 -> shop-pod PROVED",
            "processing-job/clean -> studio PROVED",
            "profile/p1 -> plant CONDITIONAL", "profile/p2 -> plant CONDITIONAL inactive",
            "project/site -> builds PROVED",
            "service/front/x1 -> front PROVED", "service/front/x1 -> front-image CONDITIONAL",
            "service/main/checkout -> checkout-task PROVED", "service/main/checkout -> ecs-start CONDITIONAL",
            "stack/net/1 -> stacks PROVED",
            "stackset/base:1 -> stacks PROVED",
            "stateMachine:refund -> flow DECLARED inactive",
            "task-definition/checkout -> checkout-task PROVED", "task-definition/checkout -> ecs-start CONDITIONAL",
            "task/main/t1 -> checkout-task PROVED", "task/main/t1 -> ecs-start CONDITIONAL",
            "task/main/t2 -> ecs-start CONDITIONAL", "task/main/t2 -> report-job PROVED",
            "training-job/fit -> studio PROVED",
        ];
        DerivedScope scope = await InventoryAsync();
        Assert.Equal(expected.Order(StringComparer.Ordinal), Ways(new(scope)).Order(StringComparer.Ordinal));
        Assert.Equal(["NHI-AWS-109", "NHI-AWS-110", "NHI-AWS-110"], scope.Problems.Select(problem => problem.Code).Where(code => code is "NHI-AWS-109" or "NHI-AWS-110"));
    }

    [Fact]
    public async Task Workloads_are_consumers_that_are_seen_and_their_tags_say_who_owns_them()
    {
        DerivedScope scope = await InventoryAsync();
        Dictionary<string, GraphNode> nodes = scope.Assertions.GroupBy(assertion => assertion.Node.Key).ToDictionary(group => group.Key, NodeMerge.Merge);
        GraphNode orders = nodes["aws:arn:aws:lambda:eu-west-1:111122223333:function:orders"];
        Assert.Equal((NodeKinds.Consumer | NodeKinds.Resource, "FUNCTION", "FUNCTION", "LOG_LEVEL, TABLE"), (orders.Kinds, orders.Properties["consumerType"], orders.Properties["resourceType"], orders.Properties["environmentNames"]));
        Assert.False(orders.Properties.ContainsKey("potential"));
        Assert.Equal("platform", nodes["aws:arn:aws:ec2:eu-west-1:111122223333:instance/i-0aaa"].Properties["team"]);
        Assert.Equal("true", nodes["aws:arn:aws:rolesanywhere:eu-west-1:111122223333:profile/p1"].Properties["potential"]);
        Assert.DoesNotContain(nodes.Keys, key => key.Contains("i-0gone", StringComparison.Ordinal));
        Assert.Contains(scope.Terms, term => term.Content.Contains("aws:arn:aws:ecs:eu-west-1:111122223333:task-definition/checkout\"", StringComparison.Ordinal) && term.Content.Contains("ana", StringComparison.Ordinal));
        var kinds = nodes.ToDictionary(pair => pair.Key, pair => pair.Value.Kinds);
        Assert.All(scope.Edges, edge => Assert.True(kinds.ContainsKey(edge.Edge.From) && kinds.ContainsKey(edge.Edge.To) && Vocabulary.MayJoin(edge.Edge.Kind, kinds[edge.Edge.From], kinds[edge.Edge.To]), GraphText.Line(edge.Edge)));
    }

    [Theory]
    [InlineData("", "PROVED")]
    [InlineData("""{"StringEquals":{"aws:SourceAccount":"111111111111"}}""", "CONDITIONAL")]
    [InlineData("""{"Bool":{"aws:MultiFactorAuthPresent":"true"}}""", "CONDITIONAL")]
    public void What_a_functions_trust_asks_for_is_left_where_nobody_says_that_Lambda_brings_it(string condition, string certainty) =>
        Assert.Equal([$"function:f -> r {certainty}"], Ways(new(WithFunction(Trust("lambda.amazonaws.com", condition)).Derive())));

    [Theory]
    [InlineData("""{"StringEquals":{"aws:SourceAccount":"111111111111"}}""", "PROVED")]
    [InlineData("""{"StringEquals":{"aws:SourceAccount":"222222222222"}}""", "DECLARED inactive")]
    [InlineData("""{"ArnLike":{"aws:SourceArn":"arn:aws:codebuild:*:111111111111:project/*"}}""", "PROVED")]
    [InlineData("""{"ArnEquals":{"aws:SourceArn":"arn:aws:codebuild:eu-west-1:111111111111:project/p"}}""", "PROVED")]
    [InlineData("""{"ArnEqualsIfExists":{"aws:SourceArn":"arn:aws:codebuild:eu-west-1:111111111111:project/q"}}""", "DECLARED inactive")]
    [InlineData("""{"StringEquals":{"AWS:sourceaccount":["222222222222","111111111111"]},"IpAddress":{"aws:SourceIp":"10.0.0.0/8"}}""", "CONDITIONAL")]
    public void What_a_project_brings_meets_its_roles_trust_or_does_not(string condition, string certainty)
    {
        const string Project = "arn:aws:codebuild:eu-west-1:111111111111:project/p";
        var account = new TestAccount().Role("r", Trust("codebuild.amazonaws.com", condition)).Raw("codebuild-projects", Project, Fact(Project, "serviceRole", "arn:aws:iam::111111111111:role/r"));
        Assert.Equal([$"project/p -> r {certainty}"], Ways(new(account.Derive())));
    }

    [Fact]
    public void Another_function_of_the_same_role_shares_the_credential_of_the_trust()
    {
        TestAccount account = WithFunction(Trust("lambda.amazonaws.com")).Raw("lambda-functions", Function + "2", Fact(Function + "2", "Role", "arn:aws:iam::111111111111:role/r"));
        GraphEdge[] uses = [.. new DerivedGraph(account.Derive()).Edges.Where(edge => edge.Kind == EdgeKind.Uses)];
        Assert.Equal(["aws:" + Function, "aws:" + Function + "2", "aws:service:lambda.amazonaws.com"], uses.Select(edge => edge.From).Order(StringComparer.Ordinal));
        Assert.Equal([account.Key("role/r") + "#service:lambda.amazonaws.com"], uses.Select(edge => edge.To).Distinct());
    }

    private static string Allow(string resource) => $$"""{"Effect":"Allow","Action":"lambda:UpdateFunctionCode","Resource":"{{resource}}"}""";

    /// <summary>What user "a" gains by a technique over functions, with the lower certainty of holding and gain.</summary>
    private static string[] Gained(TestAccount account, DatasetState state, string technique = "lambda-003") => Gained(account, account.Facts(state), technique);

    private static string[] Gained(TestAccount account, ScopeFacts facts, string technique)
    {
        var graph = new DerivedGraph(AwsProvider.Create().Derive(facts));
        return [.. from holds in graph.Out[account.Key("user/a")]
                   where holds.Kind == EdgeKind.Holds
                   from yields in graph.Out[holds.To]
                   where yields.Technique == technique
                   let certainty = holds.Certainty < yields.Certainty ? holds.Certainty : yields.Certainty
                   let gain = $"{yields.To[(yields.To.LastIndexOfAny(['/', ':']) + 1)..]} {certainty.Text()}"
                   orderby gain
                   select gain];
    }

    [Theory]
    [InlineData("*", DatasetState.Complete, "f CONDITIONAL")]
    [InlineData("arn:aws:lambda:eu-west-1:111111111111:function:f", DatasetState.Complete, "f CONDITIONAL")]
    [InlineData("arn:aws:lambda:*:*:function:g*", DatasetState.Complete, "")]
    [InlineData("arn:aws:s3:::*", DatasetState.Complete, "")]
    [InlineData("*", DatasetState.Partial, "f CONDITIONAL, other DECLARED, r DECLARED")]
    [InlineData("arn:aws:lambda:*:*:function:g*", DatasetState.Partial, "other DECLARED, r DECLARED")]
    [InlineData("arn:aws:s3:::*", DatasetState.Partial, "")]
    public void Code_of_functions_is_changed_where_a_right_reaches_one_and_possibly_elsewhere_until_all_are_listed(string resource, DatasetState state, string expected)
    {
        TestAccount account = WithFunction(Trust("lambda.amazonaws.com")).Role("other", Trust("lambda.amazonaws.com")).User("a", [Allow(resource)]);
        Assert.Equal(expected, string.Join(", ", Gained(account, state)));
    }

    [Fact]
    public void A_denied_function_is_not_changed_and_one_that_runs_as_an_administrator_makes_one()
    {
        const string Admin = """{"Effect":"Allow","Action":"*","Resource":"*"}""", Invoke = """{"Effect":"Allow","Action":"lambda:*","Resource":"*"}""";
        TestAccount With(string more) => new TestAccount().Role("r", Trust("lambda.amazonaws.com"), [Admin]).Raw("lambda-functions", Function, Fact(Function, "Role", "arn:aws:iam::111111111111:role/r")).User("a", [Invoke, .. more.Length == 0 ? Array.Empty<string>() : [more]]);
        Assert.Equal(["f PROVED"], Gained(With(""), DatasetState.Complete, "lambda-004"));
        Assert.NotNull(new DerivedGraph(With("").Derive()).WayToAdministrator(With("").Key("user/a"), proved: true, at: 0));
        Assert.Null(new DerivedGraph(With($$"""{"Effect":"Deny","Action":"lambda:Update*","Resource":"{{Function}}"}""").Derive()).WayToAdministrator(With("").Key("user/a"), proved: false, at: 0));
    }

    [Fact]
    public void A_role_is_handed_to_a_job_only_where_one_is_there()
    {
        const string Job = "arn:aws:glue:eu-west-1:111111111111:job/j", Rights = """{"Effect":"Allow","Action":["iam:PassRole","glue:UpdateJob","glue:StartJobRun"],"Resource":"*"}""";
        TestAccount account = new TestAccount().Role("r", Trust("glue.amazonaws.com")).User("a", [Rights]);
        Assert.Equal(["r CONDITIONAL"], Gained(account, DatasetState.Complete, "glue-005"));
        Assert.Empty(Gained(account, account.Facts() with { Datasets = account.Facts().Datasets.SetItem((AwsDatasets.Source, "glue-jobs"), DatasetState.Complete) }, "glue-005"));
        Assert.Equal(["r PROVED"], Gained(account.Raw("glue-jobs", Job, Fact(Job, "Role", "service-role/old")), DatasetState.Complete, "glue-005"));
    }

    [Theory]
    [InlineData("true", DatasetState.Complete, "t PROVED")]
    [InlineData("false", DatasetState.Complete, "")]
    [InlineData("false", DatasetState.Partial, "r DECLARED")]
    public void A_command_is_run_in_a_task_only_where_commands_are_enabled(string enabled, DatasetState state, string expected)
    {
        const string Task = "arn:aws:ecs:eu-west-1:111111111111:task/main/t", Rights = """{"Effect":"Allow","Action":["ecs:ExecuteCommand","ecs:DescribeTasks"],"Resource":"*"}""";
        TestAccount account = new TestAccount().Role("r", Trust("ecs-tasks.amazonaws.com")).User("a", [Rights])
            .Raw("ecs-tasks", Task, $$"""{"Arn":"{{Task}}","Name":"service:web","Roles":[{"Member":"overrides/taskRoleArn","Role":"arn:aws:iam::111111111111:role/r"}],"EnvironmentNames":[],"Keys":[],"Tags":[],"Members":{"enableExecuteCommand":"{{enabled}}"} }""");
        Assert.Equal(expected.Split(", ", StringSplitOptions.RemoveEmptyEntries), Gained(account, state, "ecs-006"));
    }

    [Fact]
    public void A_batch_job_gets_a_role_only_where_a_queue_is_there()
    {
        const string Queue = "arn:aws:batch:eu-west-1:111111111111:job-queue/q", Rights = """{"Effect":"Allow","Action":["iam:PassRole","batch:RegisterJobDefinition","batch:SubmitJob"],"Resource":"*"}""";
        TestAccount account = new TestAccount().Role("r", Trust("ecs-tasks.amazonaws.com")).User("a", [Rights]);
        Assert.Empty(Gained(account, account.Facts() with { Datasets = account.Facts().Datasets.SetItem((AwsDatasets.Source, "batch-job-queues"), DatasetState.Complete) }, "batch-001"));
        Assert.Equal(["r CONDITIONAL"], Gained(account.Raw("batch-job-queues", Queue, $$"""{"Arn":"{{Queue}}","Name":"q","Roles":[],"EnvironmentNames":[],"Keys":[],"Tags":[]}"""), DatasetState.Complete, "batch-001"));
    }

    [Fact]
    public void Techniques_over_what_is_there_name_a_dataset_and_what_they_hold_on()
    {
        Technique[] over = [.. Technique.All.Where(technique => technique.Existing is not null)];
        Assert.Equal(22, over.Length);
        Assert.All(over, technique =>
        {
            WorkloadKind kind = WorkloadKind.All.Single(kind => kind.Dataset == technique.Existing!.Dataset);
            Assert.Contains(PermissionScope.Workload, technique.On.Values);
            Assert.NotNull(technique.Needs);
            Assert.Contains(technique.Services, service => technique.PassesRole || kind.Roles.Any(role => role.Services.Contains(service)));
        });
    }

    [Fact]
    public async Task Resources_that_are_listed_are_there_without_a_tag_or_a_policy_that_names_them()
    {
        DerivedScope scope = await InventoryAsync();
        Dictionary<string, GraphNode> nodes = scope.Assertions.GroupBy(assertion => assertion.Node.Key).ToDictionary(group => group.Key, NodeMerge.Merge);
        Assert.Equal(
            ["acme-lake BUCKET", "1234abcd-12ab-34cd-56ef-1234567890ab KEY", "mail.fifo QUEUE", "news TOPIC", "team/app ARTIFACT_STORE", "left TABLE"],
            ((string[])["arn:aws:s3:::acme-lake", "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab", "arn:aws:sqs:eu-west-1:111122223333:mail.fifo", "arn:aws:sns:eu-west-1:111122223333:news", "arn:aws:ecr:eu-west-1:111122223333:repository/team/app", "arn:aws:dynamodb:us-east-1:111122223333:table/left"])
                .Select(arn => nodes["aws:" + arn]).Select(node => node.Kinds == NodeKinds.Resource && node.Properties["known"] == "true" ? $"{node.Name} {node.Properties["resourceType"]}" : node.ToString()));
        Assert.Contains(scope.Edges, edge => edge.Edge.Kind == EdgeKind.Contains && edge.Edge.To == "aws:arn:aws:s3:::acme-lake" && edge.Edge.From.EndsWith("111122223333/s3", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_server_certificate_is_a_credential_that_ends_and_signs_in_as_nobody()
    {
        DerivedScope scope = await InventoryAsync();
        GraphNode shop = NodeMerge.Merge(scope.Assertions.Where(assertion => assertion.Node.Key == "aws:arn:aws:iam::111122223333:server-certificate/shop#credential"));
        Assert.Equal((NodeKinds.Credential, "shop", "CERTIFICATE", "EXPIRING", "2025-01-01T00:00:00Z"), (shop.Kinds, shop.Name, shop.Properties["credentialType"], shop.Properties["posture"], shop.Properties["expiresAt"]));
        GraphEdge kept = Assert.Single(scope.Edges, edge => edge.Edge.From == shop.Key).Edge;
        Assert.Equal((EdgeKind.StoredIn, "aws:arn:aws:iam::111122223333:server-certificate/shop"), (kept.Kind, kept.To));
        Assert.All(scope.Assertions, assertion => Assert.True(Vocabulary.MayShareNode(assertion.Node.Kinds), assertion.Node.ToString()));
    }
}
