using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Runs;
using NhiGraph.Loaders.Tests.Joins;

namespace NhiGraph.Loaders.Tests.Aws.Derive;

public class HubTests
{
    private const string Admin = """{"Effect":"Allow","Action":"*","Resource":"*"}""";

    [Fact]
    public void A_thousand_administrators_share_their_hubs()
    {
        int Hubs(int roles)
        {
            var account = new TestAccount().Policy("arn:aws:iam::aws:policy/AdministratorAccess", Admin);
            for (int i = 0; i < roles; i++)
            {
                account.Role($"r{i}", TestAccount.LambdaTrust, attached: ["arn:aws:iam::aws:policy/AdministratorAccess"]);
            }

            DerivedScope derived = account.Derive();
            Assert.Equal(roles, derived.Edges.Count(edge => edge.Edge.Kind == EdgeKind.Holds && edge.Edge.To.EndsWith("#administer:*", StringComparison.Ordinal)));
            return derived.Assertions.Where(a => a.Node.Kinds == NodeKinds.Entitlement).Select(a => a.Node.Key).Distinct().Count();
        }

        Assert.Equal(Hubs(1), Hubs(1000));
        Assert.InRange(Hubs(1), 12, 26);
    }

    [Fact]
    public void Services_over_everything_are_hubs_of_their_own()
    {
        var account = new TestAccount().User("a", ["""{"Effect":"Allow","Action":"s3:*","Resource":"*"}"""]).User("b", ["""{"Effect":"Allow","Action":"dynamodb:*","Resource":"*"}"""]);
        var graph = new DerivedGraph(account.Derive());
        Assert.Equal("aws:111111111111#administer:s3", Assert.Single(graph.Out[account.Key("user/a")], edge => edge.Kind == EdgeKind.Holds).To);
        Assert.Empty(graph.Hubs(account.Key("user/a"), proved: false).Intersect(graph.Hubs(account.Key("user/b"), proved: false)));
        Assert.Contains(graph.Out["aws:111111111111#administer:s3"], edge => edge is { Kind: EdgeKind.On, To: "aws:111111111111/s3" } && edge.On == OnTarget.AllowSubtree);
    }

    [Fact]
    public void All_actions_of_a_service_named_one_by_one_do_not_administer_it()
    {
        var table = Loaders.Aws.Data.ActionTable.Instance;
        (int start, int end) = table.RangeOf("sqs");
        string actions = string.Join(',', Enumerable.Range(start, end - start).Select(i => $"\"{table.Actions[i].Name}\""));
        var graph = new DerivedGraph(new TestAccount().User("a", [$$"""{"Effect":"Allow","Action":[{{actions}}],"Resource":"*"}"""]).Derive());
        Assert.DoesNotContain(graph.Edges, edge => edge.To.Contains("#administer"));
    }

    [Theory]
    [InlineData("es:ESHttpGet", "domain/logs/*", Capability.ReadData, "allow self")]
    [InlineData("es:ESHttpGet", "domain/logs/orders/*", Capability.ReadData, "allow parts [orders/*]")]
    [InlineData("es:ESHttpGet", "domain/l*", Capability.ReadData, "allow self")]
    [InlineData("es:ESHttpGet", "domain/logs", Capability.ReadData, null)]
    [InlineData("es:DescribeDomain", "domain/logs", Capability.ReadConfig, "allow self")]
    [InlineData("es:DescribeDomain", "domain/logs/*", Capability.ReadConfig, null)]
    public void What_is_asked_of_paths_reaches_their_domain_and_what_is_asked_of_the_domain_is_not_asked_of_paths(string action, string resource, Capability capability, string? on)
    {
        foreach (bool listed in (bool[])[true, false])
        {
            var account = new TestAccount().User("a", [$$"""{"Effect":"Allow","Action":"{{action}}","Resource":"arn:aws:es:eu-west-1:111111111111:{{resource}}"}"""]);
            var graph = new DerivedGraph((listed ? account.Listed("arn:aws:es:eu-west-1:111111111111:domain/logs") : account).Derive());
            string[] found = [.. graph.Edges.Where(edge => edge is { Kind: EdgeKind.On, To: "aws:arn:aws:es:eu-west-1:111111111111:domain/logs" } && edge.From.Contains('#' + capability.Text().ToLowerInvariant().Replace('_', '-') + ':'))
                .Select(edge => edge.On!.ToString())];
            Assert.Equal(on is null || (!listed && resource.Contains("l*", StringComparison.Ordinal)) ? [] : [on], found);
        }
    }

    [Fact]
    public void A_conditional_allow_is_conditional_with_its_condition()
    {
        var account = new TestAccount().Listed("arn:aws:sqs:eu-west-1:111111111111:jobs")
            .User("a", ["""{"Effect":"Allow","Action":"sqs:SendMessage","Resource":"*","Condition":{"IpAddress":{"aws:SourceIp":"10.0.0.0/8"}}}"""]);
        var graph = new DerivedGraph(account.Derive());
        GraphEdge holds = Assert.Single(graph.Out[account.Key("user/a")], edge => edge.Kind == EdgeKind.Holds);
        Assert.Equal(Certainty.Conditional, holds.Certainty);
        Assert.Equal("aws:SourceIp is in 10.0.0.0/8", Assert.Single(holds.Conditions).Statement);
    }

    [Fact]
    public void A_boundary_makes_what_a_group_gives_conditional_for_the_member_alone()
    {
        var account = new TestAccount().Listed("arn:aws:sqs:eu-west-1:111111111111:jobs").Group("g", """{"Effect":"Allow","Action":"sqs:SendMessage","Resource":"*"}""")
            .User("free", groups: ["g"]).User("bounded", groups: ["g"], boundary: "arn:aws:iam::111111111111:policy/b");
        var graph = new DerivedGraph(account.Derive());
        const string queue = "aws:arn:aws:sqs:eu-west-1:111111111111:jobs";
        Assert.True(graph.Has(account.Key("user/free"), Capability.WriteData, queue, proved: true));
        Assert.False(graph.Has(account.Key("user/bounded"), Capability.WriteData, queue, proved: true));
        Assert.True(graph.Has(account.Key("user/bounded"), Capability.WriteData, queue, proved: false));
    }

    [Fact]
    public void A_user_s_deny_limits_its_membership_and_nobody_else_s()
    {
        var account = new TestAccount().Listed("arn:aws:sqs:eu-west-1:111111111111:jobs").Group("g", """{"Effect":"Allow","Action":"sqs:*","Resource":"*"}""")
            .User("free", groups: ["g"]).User("denied", ["""{"Effect":"Deny","Action":"sqs:SendMessage","Resource":"*"}"""], ["g"]);
        var graph = new DerivedGraph(account.Derive());
        Assert.NotNull(graph.Edge(EdgeKind.MemberOf, account.Key("user/free"), account.Key("group/g")));
        Assert.StartsWith(account.Key("group/g") + "#limited:", Assert.Single(graph.Out[account.Key("user/denied")], edge => edge.Kind == EdgeKind.MemberOf).To);
        const string queue = "aws:arn:aws:sqs:eu-west-1:111111111111:jobs";
        Assert.False(graph.Has(account.Key("user/denied"), Capability.WriteData, queue, proved: false));
        Assert.True(graph.Has(account.Key("user/denied"), Capability.ReadData, queue, proved: true));
    }

    [Fact]
    public void Objects_are_parts_of_their_bucket_and_a_deny_takes_only_its_part()
    {
        var account = new TestAccount().Listed("arn:aws:s3:::data")
            .User("a", ["""{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::data/*"}""", """{"Effect":"Deny","Action":"s3:GetObject","Resource":"arn:aws:s3:::data/secret/*"}"""]);
        var graph = new DerivedGraph(account.Derive());
        GraphEdge[] on = [.. graph.Edges.Where(edge => edge.Kind == EdgeKind.On && edge.To == "aws:arn:aws:s3:::data")];
        Assert.Equal(["allow parts [*]", "except parts [secret/*]"], on.Select(edge => edge.On!.ToString()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_bucket_that_nobody_lists_is_reached_declared_and_a_key_without_its_policy_too()
    {
        var account = new TestAccount().Listed("arn:aws:kms:eu-west-1:111111111111:key/k").User("a", ["""{"Effect":"Allow","Action":["s3:GetObject","kms:Decrypt"],"Resource":["arn:aws:s3:::somewhere/*","arn:aws:kms:eu-west-1:111111111111:key/k"]}"""]);
        DerivedGraph graph = JoinedAccounts.Of(account);
        Assert.Equal(Certainty.Declared, Assert.Single(graph.Edges, edge => edge.Kind == EdgeKind.On && edge.To == "aws:arn:aws:s3:::somewhere").Certainty);
        Assert.Equal(Certainty.Declared, Assert.Single(graph.Edges, edge => edge.Kind == EdgeKind.On && edge.To == "aws:arn:aws:kms:eu-west-1:111111111111:key/k").Certainty);
    }

    [Fact]
    public void A_missing_policy_is_told()
    {
        DerivedScope derived = new TestAccount().Role("r", TestAccount.LambdaTrust, attached: ["arn:aws:iam::111111111111:policy/gone"]).Derive();
        Assert.Equal("NHI-AWS-101", Assert.Single(derived.Problems).Code);
    }

    [Fact]
    public void Root_may_do_everything()
    {
        var account = new TestAccount().Reported("root", "\"mfa_active\":false");
        Assert.NotNull(new DerivedGraph(account.Derive()).Edge(EdgeKind.Holds, account.Key("root"), "aws:111111111111#administer:*"));
    }
}
