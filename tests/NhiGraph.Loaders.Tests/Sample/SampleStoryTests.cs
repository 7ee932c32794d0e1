using NhiGraph.Graph.Model;
using NhiGraph.Graph.Reach;

namespace NhiGraph.Loaders.Tests.Sample;

/// <summary>What the story says is what the graph answers, line by line.</summary>
public sealed class SampleStoryTests(SampleGraphFixture sample) : IClassFixture<SampleGraphFixture>
{
    private const string Production = "aws:arn:aws:iam::111122223333:";
    private const string Tools = "aws:arn:aws:iam::444455556666:";
    private const string CustomerData = "aws:arn:aws:s3:::acme-prod-customer-data";
    private const string RestrictedLake = "aws:arn:aws:s3:::acme-prod-lake-restricted";
    private const string OrdersFunction = "aws:arn:aws:lambda:eu-west-1:111122223333:function:orders-api";

    private static readonly long AsTold = new DateTimeOffset(2026, 11, 23, 0, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds();

    [Fact]
    public void The_forgotten_key_administers_the_account()
    {
        using ReachWorkspace reach = From("aws:access-key:AKIAFORGOTTENEXAMPLE");
        Assert.True(reach.Resources.Administered.Proved > 0);
        Assert.True(On(reach, CustomerData)!.Value.Proved.Contains(Capability.ReadData));
    }

    [Fact]
    public void The_repository_writes_code_and_so_has_what_the_functions_have()
    {
        using ReachWorkspace reach = From("oidc:token.actions.githubusercontent.com|repo:acme-example/webshop:ref:refs/heads/main");
        Assert.Equal(Certainty.Proved, reach.CertaintyOf(Node(reach, Production + "role/ci-deploy")));
        Assert.True(On(reach, OrdersFunction)!.Value.Proved.Contains(Capability.DeployCode));
        // On condition that something runs the function.
        ReachedResource orders = On(reach, "aws:arn:aws:dynamodb:eu-west-1:111122223333:table/orders")!.Value;
        Assert.True(orders.Proved.IsEmpty && orders.Possible.Contains(Capability.ReadData) && orders.Certainty == Certainty.Conditional);
        // All functions are listed with what they run as, and none that it may write reads the customers' data.
        Assert.Null(On(reach, CustomerData));
    }

    [Fact]
    public void The_backup_tool_may_write_what_it_only_reads()
    {
        using ReachWorkspace reach = From(Production + "user/service/backup-agent");
        Assert.Equal(
            [Capability.List, Capability.ReadData, Capability.WriteData, Capability.DeleteData],
            On(reach, CustomerData)!.Value.Proved.Members().Order());
    }

    [Fact]
    public void The_picture_function_can_be_an_administrator()
    {
        using ReachWorkspace reach = From(Production + "role/thumbnail-lambda");
        Assert.Equal(Certainty.Proved, reach.CertaintyOf(Node(reach, Production + "role/maintenance-lambda")));
        Assert.True(reach.Resources.Administered.Proved > 0);
    }

    [Fact]
    public void The_vendors_account_reads_every_bucket_as_far_as_is_declared()
    {
        using ReachWorkspace reach = From("aws:999988887777");
        ReachedResource reached = On(reach, CustomerData)!.Value;
        Assert.True(reached.Possible.Contains(Capability.ReadData));
        Assert.True(reached.Proved.IsEmpty);
        Assert.Equal(Certainty.Declared, reach.CertaintyOf(Node(reach, Production + "role/observability-vendor")));
    }

    [Fact]
    public void A_developer_reaches_the_restricted_lake_through_the_role_if_he_has_a_second_factor()
    {
        using ReachWorkspace reach = From(Production + "user/people/marco.rossi");
        ReachedResource reached = On(reach, RestrictedLake)!.Value;
        Assert.True(reached.Proved.IsEmpty);
        Assert.True(reached.Possible.Contains(Capability.ReadData));
        Assert.Equal(Certainty.Conditional, reach.CertaintyOf(Node(reach, Production + "role/data-lake-reader")));
    }

    [Fact]
    public void A_build_in_the_tools_account_writes_code_of_production()
    {
        using ReachWorkspace reach = From(Tools + "role/build-runner");
        Assert.Equal(Certainty.Proved, reach.CertaintyOf(Node(reach, Production + "role/tools-deployer")));
        Assert.True(On(reach, OrdersFunction)!.Value.Proved.Contains(Capability.DeployCode));
        Assert.True(On(reach, "aws:arn:aws:s3:::acme-tools-terraform-state")!.Value.Proved.Contains(Capability.ReadData));
        using ReachWorkspace helpdesk = From(Tools + "user/service/helpdesk-sync");
        Assert.True(On(helpdesk, "aws:arn:aws:dynamodb:eu-west-1:111122223333:table/customers")!.Value.Proved.Contains(Capability.ReadData));
    }

    [Fact]
    public void Half_a_trust_is_no_path()
    {
        using ReachWorkspace archiver = From(Production + "role/log-archiver");
        Assert.Equal(Certainty.Proved, archiver.CertaintyOf(Node(archiver, Tools + "role/log-index-writer")));
        using ReachWorkspace priya = From(Production + "user/people/priya.nair");
        Assert.False(priya.IsReached(Node(priya, Tools + "role/prod-operator")));
    }

    [Fact]
    public void What_a_boundary_keeps_is_not_there_and_what_it_leaves_may_be_enough()
    {
        using ReachWorkspace jenkins = From("aws:arn:aws:iam::444455556666:role/jenkins-controller");
        Assert.False(On(jenkins, "aws:arn:aws:iam::444455556666:user/service/helpdesk-sync") is { Proved.IsEmpty: false });
        // The boundary of the developers leaves iam:PassRole and lambda:*, and a role that Lambda may take is an administrator.
        using ReachWorkspace experiments = From(Production + "role/dev-experiments");
        Assert.Equal(Certainty.Proved, experiments.CertaintyOf(Node(experiments, Production + "role/maintenance-lambda")));
        using ReachWorkspace web = From(Production + "role/web-server");
        Assert.Null(On(web, CustomerData));
    }

    [Fact]
    public void A_disabled_key_reaches_nothing()
    {
        using ReachWorkspace legacy = From("aws:access-key:AKIALEGACYFTPEXAMPLE");
        Assert.Equal(0, legacy.Count);
        legacy.Forward([Node(legacy, "aws:access-key:AKIALEGACYFTPEXAMPLE")], new TraversalOptions(AsTold) { IncludeInactive = true });
        Assert.True(legacy.IsReached(Node(legacy, Production + "user/service/legacy-ftp-sync")));
    }

    private ReachWorkspace From(string key)
    {
        ReachWorkspace reach = ReachWorkspace.Rent(sample.Graph);
        reach.Forward([Node(reach, key)], new TraversalOptions(AsTold));
        return reach;
    }

    private static int Node(ReachWorkspace reach, string key) => reach.Graph.TryFind(key, out int node) ? node : throw new KeyNotFoundException(key);

    private static ReachedResource? On(ReachWorkspace reach, string key) => reach.Resources.TryFind(Node(reach, key), out ReachedResource reached) ? reached : null;
}
