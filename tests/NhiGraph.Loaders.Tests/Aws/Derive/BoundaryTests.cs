using NhiGraph.Graph.Model;

namespace NhiGraph.Loaders.Tests.Aws.Derive;

public class BoundaryTests
{
    private const string Bound = "arn:aws:iam::111111111111:policy/bound";
    private const string Everything = """{"Effect":"Allow","Action":"*","Resource":"*"}""";
    private const string S3 = """{"Effect":"Allow","Action":["s3:*","lambda:*","iam:PassRole","secretsmanager:*"],"Resource":"*"}""";
    private const string Data = "aws:arn:aws:s3:::data";

    private static TestAccount Account => new TestAccount().Listed("arn:aws:s3:::data").Listed("arn:aws:sqs:eu-west-1:111111111111:jobs").Listed("arn:aws:secretsmanager:eu-west-1:111111111111:secret:db-AbCdEf").Policy(Bound, S3, """{"Effect":"Deny","Action":"secretsmanager:*","Resource":"*"}""");

    [Fact]
    public void A_boundary_leaves_what_both_allow()
    {
        var account = Account.User("a", [Everything], boundary: Bound);
        var graph = new DerivedGraph(account.Derive());
        Assert.True(graph.Has(account.Key("user/a"), Capability.WriteData, Data, proved: true));
        Assert.False(graph.Has(account.Key("user/a"), Capability.ReadSecret, "aws:arn:aws:secretsmanager:eu-west-1:111111111111:secret:db-AbCdEf", proved: false));
        Assert.False(graph.Has(account.Key("user/a"), Capability.WriteData, "aws:arn:aws:sqs:eu-west-1:111111111111:jobs", proved: false));
        Assert.DoesNotContain(graph.Out[account.Key("user/a")], edge => edge.To.EndsWith("#administer:*", StringComparison.Ordinal));
    }

    [Fact]
    public void A_boundary_limits_what_comes_by_a_group()
    {
        var account = Account.Group("g", Everything).User("a", groups: ["g"], boundary: Bound).User("b", groups: ["g"]);
        var graph = new DerivedGraph(account.Derive());
        Assert.False(graph.Has(account.Key("user/a"), Capability.WriteData, "aws:arn:aws:sqs:eu-west-1:111111111111:jobs", proved: false));
        Assert.True(graph.Has(account.Key("user/a"), Capability.WriteData, Data, proved: true));
        Assert.True(graph.Has(account.Key("user/b"), Capability.WriteData, "aws:arn:aws:sqs:eu-west-1:111111111111:jobs", proved: true));
    }

    [Fact]
    public void A_boundary_that_was_not_read_leaves_all_of_it_possible_and_says_so()
    {
        var account = new TestAccount().Listed("arn:aws:s3:::data").User("a", [Everything], boundary: Bound);
        var derived = account.Derive();
        var graph = new DerivedGraph(derived);
        Assert.False(graph.Has(account.Key("user/a"), Capability.WriteData, Data, proved: true));
        Assert.True(graph.Has(account.Key("user/a"), Capability.WriteData, Data, proved: false));
        Assert.Contains(derived.Problems, problem => problem.Code == "NHI-AWS-108");
    }

    [Theory]
    [InlineData("user/a", true)]
    [InlineData("role/b", false)]
    public void A_trust_that_names_a_user_reaches_past_its_boundary_and_past_a_roles_it_does_not(string caller, bool assumes)
    {
        string trust = $$"""{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111111111111:{{caller}}"},"Action":"sts:AssumeRole"}""";
        var account = Account.User("a", boundary: Bound).Role("b", TestAccount.LambdaTrust, boundary: Bound).Role("r", trust);
        Assert.Equal(assumes, new DerivedGraph(account.Derive()).Edge(EdgeKind.CanAssume, account.Key(caller), account.Key("role/r")) is { Certainty: Certainty.Proved });
    }

    [Fact]
    public void A_boundary_blocks_a_technique_and_taking_it_off_is_one()
    {
        var account = Account.Role("fn", TestAccount.LambdaTrust).User("a", [Everything], boundary: Bound).Policy("arn:aws:iam::111111111111:policy/narrow", """{"Effect":"Allow","Action":["s3:*","iam:DeleteUserPermissionsBoundary"],"Resource":"*"}""")
            .User("b", [Everything], boundary: "arn:aws:iam::111111111111:policy/narrow");
        var graph = new DerivedGraph(account.Derive());
        Assert.Contains(graph.Out[account.Key("user/a")], edge => edge.To.Contains("/lambda-001:", StringComparison.Ordinal));
        Assert.DoesNotContain(graph.Out[account.Key("user/a")], edge => edge.To.Contains("/iam-", StringComparison.Ordinal) || edge.To.Contains("/ec2-", StringComparison.Ordinal));
        Assert.DoesNotContain(graph.Out[account.Key("user/b")], edge => edge.To.Contains("/lambda-001:", StringComparison.Ordinal));
        Assert.Equal(["iam-022"], graph.WayToAdministrator(account.Key("user/b"), proved: true, at: 0)!.Value.Select(edge => edge.Technique).OfType<string>());
    }
}
