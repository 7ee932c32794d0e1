using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Aws;
using NhiGraph.Loaders.Tests.Joins;

namespace NhiGraph.Loaders.Tests.Aws.Derive;

public class OrganizationTests
{
    private const string Everything = """{"Effect":"Allow","Action":"*","Resource":"*"}""";
    private const string NoData = """{"Effect":"Deny","Action":"s3:*","Resource":"*"}""";
    private const string Data = "aws:arn:aws:s3:::data";

    private static TestAccount Account => new TestAccount().Listed("arn:aws:s3:::data").User("a", [Everything]).Role("AWSServiceRoleForX", """{"Effect":"Allow","Principal":{"Service":"x.amazonaws.com"},"Action":"sts:AssumeRole"}""", [Everything], path: "/aws-service-role/x.amazonaws.com/");

    [Fact]
    public void A_deny_on_any_level_binds_all_but_roles_of_services()
    {
        var account = Account.Organization([Everything, NoData], [Everything]).Reported("root", "\"mfa_active\":true");
        var graph = new DerivedGraph(account.Derive());
        Assert.False(graph.Has(account.Key("user/a"), Capability.ReadData, Data, proved: false));
        Assert.True(graph.Has(account.Key("user/a"), Capability.CreateCredential, account.Key("user/a"), proved: true));
        Assert.False(graph.Has(account.Key("root"), Capability.ReadData, Data, proved: false));
        Assert.True(graph.Has(account.Key("role/aws-service-role/x.amazonaws.com/AWSServiceRoleForX"), Capability.ReadData, Data, proved: true));
    }

    [Theory]
    [InlineData("""{"Effect":"Deny","Action":"s3:DeleteObject","Resource":"arn:aws:s3:::data/*"}""", true)]
    [InlineData("""{"Effect":"Deny","Action":"s3:*","Resource":["arn:aws:s3:::data","arn:aws:s3:::data/*"]}""", true)]
    [InlineData("""{"Effect":"Deny","Action":["organizations:LeaveOrganization","cloudtrail:StopLogging"],"Resource":"*"}""", true)]
    [InlineData("""{"Effect":"Deny","Action":"s3:GetObject","Resource":"arn:aws:s3:::data/*","Condition":{"NotIpAddress":{"aws:SourceIp":"192.0.2.0/24"}}}""", true)]
    [InlineData("""{"Effect":"Deny","Action":"s3:GetObject","Resource":"*","Condition":{"NotIpAddress":{"aws:SourceIp":"192.0.2.0/24"}}}""", false)]
    [InlineData("""{"Effect":"Deny","Action":"s3:*","Resource":"*"}""", false)]
    [InlineData("""{"Effect":"Deny","Action":"iam:CreateAccessKey","Resource":"*"}""", false)]
    [InlineData("""{"Effect":"Deny","Action":"sts:AssumeRole","Resource":"arn:aws:iam::*:role/break-glass"}""", false)]
    public void A_guardrail_leaves_an_account_its_administrators_and_what_takes_identities_or_whole_services_does_not(string deny, bool administers)
    {
        var account = Account.Organization([Everything, deny]).Reported("root", "\"mfa_active\":true");
        var graph = new DerivedGraph(account.Derive());
        Assert.All((string[])["user/a", "root"], who => Assert.Equal(administers, graph.Has(account.Key(who), Capability.Administer, "aws:111111111111", proved: true)));
        Assert.Equal(administers, !graph.Out[account.Key("user/a")].Any(edge => edge.To.Contains("/iam-", StringComparison.Ordinal)));
    }

    [Fact]
    public void What_a_guardrail_keeps_from_an_administrator_is_not_there()
    {
        string deny = """{"Effect":"Deny","Action":"s3:*","Resource":["arn:aws:s3:::data","arn:aws:s3:::data/*"]}""", office = """{"Effect":"Deny","Action":"s3:*","Resource":["arn:aws:s3:::other","arn:aws:s3:::other/*"],"Condition":{"NotIpAddress":{"aws:SourceIp":"192.0.2.0/24"}}}""";
        var account = Account.Listed("arn:aws:s3:::other").Listed("arn:aws:s3:::third").Organization([Everything, deny, office]);
        var graph = new DerivedGraph(account.Derive());
        (bool, bool) Reads(string bucket) => (graph.Has(account.Key("user/a"), Capability.ReadData, "aws:arn:aws:s3:::" + bucket, proved: true), graph.Has(account.Key("user/a"), Capability.ReadData, "aws:arn:aws:s3:::" + bucket, proved: false));
        Assert.True(graph.Has(account.Key("user/a"), Capability.Administer, "aws:111111111111", proved: true));
        Assert.Equal([(false, false), (false, true), (true, true)], [Reads("data"), Reads("other"), Reads("third")]);
    }

    [Fact]
    public void Every_level_must_allow()
    {
        string s3 = """{"Effect":"Allow","Action":["s3:Get*","sqs:*"],"Resource":"*"}""", get = """{"Effect":"Allow","Action":["s3:*","iam:*"],"Resource":"*"}""";
        var account = Account.Organization([s3], [get]);
        var graph = new DerivedGraph(account.Derive());
        Assert.True(graph.Has(account.Key("user/a"), Capability.ReadData, Data, proved: true));
        Assert.False(graph.Has(account.Key("user/a"), Capability.WriteData, Data, proved: false));
        Assert.False(graph.Has(account.Key("user/a"), Capability.CreateCredential, account.Key("user/a"), proved: false));
    }

    [Fact]
    public void A_trust_that_names_a_user_does_not_reach_past_the_organisation()
    {
        string trust = """{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111111111111:user/a"},"Action":"sts:AssumeRole"}""";
        var account = Account.Role("r", trust).Organization([Everything, """{"Effect":"Deny","Action":"sts:AssumeRole","Resource":"*"}"""]);
        Assert.Null(new DerivedGraph(account.Derive()).Edge(EdgeKind.CanAssume, account.Key("user/a"), account.Key("role/r")));
    }

    [Theory]
    [InlineData(null, "AWS_ORGANIZATION_POLICIES_NOT_READ")]
    [InlineData("""{"Id":"111111111111","OrganizationId":"o-1","ManagementAccount":false,"ResourceControl":[],"ServiceControl":[]}""", "")]
    [InlineData("""{"Id":"111111111111","OrganizationId":"o-1","ManagementAccount":true,"ResourceControl":[],"ServiceControl":[]}""", "")]
    [InlineData("""{"Id":"111111111111","OrganizationId":"o-1","ManagementAccount":false,"ResourceControl":[{"Target":"r-1","Policies":[{"Id":"p-1","Document":{"Version":"2012-10-17","Statement":[]}}]}],"ServiceControl":[]}""", "")]
    [InlineData("""{"Id":"111111111111","OrganizationId":"o-1","ManagementAccount":false,"ResourceControl":[{"Target":"r-1","Policies":[{"Id":"p-1","Document":{"Version":"2012-10-17","Statement":7}}]}],"ServiceControl":[]}""", "AWS_RESOURCE_CONTROL_POLICIES_NOT_EVALUATED")]
    public void Answers_rest_on_what_was_not_read(string? organization, string assumption)
    {
        TestAccount account = organization is null ? Account : Account.Raw(AwsDatasets.Organization, "111111111111", organization);
        GraphEdge holds = Assert.Single(new DerivedGraph(account.Derive()).Out[account.Key("user/a")], edge => edge.Kind == EdgeKind.Holds);
        Assert.Equal(assumption, string.Join(',', holds.Assumptions));
    }

    [Fact]
    public void A_resource_control_policy_binds_whoever_asks_for_the_accounts_resources()
    {
        string strangers = """{"Effect":"Deny","Principal":"*","Action":["sqs:*","sts:AssumeRole"],"Resource":"*","Condition":{"StringNotEqualsIfExists":{"aws:PrincipalOrgID":"o-1"},"BoolIfExists":{"aws:PrincipalIsAWSService":"false"}}}""";
        string nobody = """{"Effect":"Deny","Principal":"*","Action":"s3:GetObject","Resource":"arn:aws:s3:::data/*"}""";
        string queue = "arn:aws:sqs:eu-west-1:111111111111:jobs";
        TestAccount account = Account.Listed("arn:aws:s3:::other").Organization([[Everything]], [[strangers], [nobody]])
            .ResourcePolicy(queue, """{"Effect":"Allow","Principal":{"AWS":"222222222222"},"Action":"sqs:SendMessage","Resource":"*"}""", """{"Effect":"Allow","Principal":{"Service":"sns.amazonaws.com"},"Action":"sqs:SendMessage","Resource":"*"}""")
            .Role("guest", """{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::222222222222:root"},"Action":"sts:AssumeRole"}""").Role("function", TestAccount.LambdaTrust);
        NhiGraph.Loaders.Runs.DerivedScope derived = account.Derive();
        DerivedGraph graph = JoinedAccounts.Of(account);
        Assert.True(graph.Has(account.Key("user/a"), Capability.WriteData, Data, proved: true));
        Assert.True(graph.Has(account.Key("user/a"), Capability.ReadData, "aws:arn:aws:s3:::other", proved: true));
        Assert.True(graph.Has(account.Key("user/a"), Capability.WriteData, "aws:" + queue, proved: true));
        Assert.Equal((Certainty.Proved, Certainty.Declared), (graph.Out["aws:service:sns.amazonaws.com"].Single(edge => edge.Kind == EdgeKind.Holds).Certainty, graph.Out["aws:222222222222#principals"].Single(edge => edge.Kind == EdgeKind.Holds).Certainty));
        Assert.NotEmpty(graph.Out["aws:222222222222#principals"].Single(edge => edge.Kind == EdgeKind.Holds).Conditions);
        Assert.Contains("aws:PrincipalOrgID", Assert.Single(derived.Terms, term => term.JoinKey == "aws:assume:222222222222").Content, StringComparison.Ordinal);
        Assert.Equal(Certainty.Proved, graph.Edges.Single(edge => edge.Kind == EdgeKind.Authenticates && edge.To == account.Key("role/function")).Certainty);
    }

    /// <summary>https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_examples_aws_deny-requested-region.html.</summary>
    [Fact]
    public void A_deny_outside_of_regions_takes_away_what_is_in_others_and_leaves_what_has_none_open()
    {
        const string Outside = """{"Effect":"Deny","NotAction":["cloudfront:*","iam:*","route53:*","support:*"],"Resource":"*","Condition":{"StringNotEquals":{"aws:RequestedRegion":["eu-central-1","eu-west-1"]},"ArnNotLike":{"aws:PrincipalArn":"arn:aws:iam::*:role/landing"}}}""";
        const string Here = "arn:aws:sqs:eu-west-1:111111111111:jobs", There = "arn:aws:sqs:us-east-1:111111111111:jobs";
        TestAccount account = Account.Organization([Everything, Outside]).Listed(Here).Listed(There).Role("landing", TestAccount.LambdaTrust, [Everything]);
        var graph = new DerivedGraph(account.Derive());
        (bool, bool) Writes(string principal, string resource) => (graph.Has(account.Key(principal), Capability.WriteData, resource, proved: true), graph.Has(account.Key(principal), Capability.WriteData, resource, proved: false));
        Assert.Equal((true, true), Writes("user/a", "aws:" + Here));
        Assert.Equal((false, false), Writes("user/a", "aws:" + There));
        Assert.Equal((false, true), Writes("user/a", Data));
        Assert.Equal((true, true), Writes("role/landing", "aws:" + There));
        Assert.True(graph.Has(account.Key("user/a"), Capability.CreateCredential, account.Key("user/a"), proved: true));
        GraphEdge administers = Assert.Single(graph.Out[account.Key("user/a")], edge => edge.Kind == EdgeKind.Holds && edge.To.StartsWith("aws:111111111111#administer:", StringComparison.Ordinal));
        Assert.Contains("aws:RequestedRegion", Assert.Single(administers.Conditions).Key, StringComparison.Ordinal);
    }

    /// <summary>A condition on the region of a statement that names resources of any region, or leaves some out, is decided for each resource of one.</summary>
    [Theory]
    [InlineData("Allow", "Resource", "arn:aws:sqs:*:111111111111:*", "StringEquals", true, false)]
    [InlineData("Allow", "Resource", "arn:aws:sqs:*:111111111111:*", "StringNotEquals", false, true)]
    [InlineData("Allow", "Resource", "arn:aws:sqs:eu-*:111111111111:*", "StringLike", true, false)]
    [InlineData("Deny", "Resource", "arn:aws:sqs:*:111111111111:*", "StringEquals", false, true)]
    [InlineData("Deny", "Resource", "arn:aws:sqs:*:111111111111:*", "StringNotEquals", true, false)]
    [InlineData("Deny", "NotResource", "arn:aws:sqs:*:111111111111:mail", "StringEquals", false, true)]
    [InlineData("Deny", "NotResource", "arn:aws:sqs:*:111111111111:mail", "StringNotEquals", true, false)]
    [InlineData("Deny", "NotResource", "arn:aws:sqs:*:111111111111:jobs", "StringEquals", true, true)]
    [InlineData("Deny", "NotResource", "arn:aws:sqs:us-east-1:111111111111:*", "StringNotEquals", true, true)]
    public void The_region_of_a_resource_decides(string effect, string over, string pattern, string condition, bool here, bool there)
    {
        string statement = $$$"""{"Effect":"{{{effect}}}","Action":"sqs:*","{{{over}}}":"{{{pattern}}}","Condition":{"{{{condition}}}":{"aws:RequestedRegion":"eu-west-1"} } }""";
        const string Here = "arn:aws:sqs:eu-west-1:111111111111:jobs", There = "arn:aws:sqs:us-east-1:111111111111:jobs";
        TestAccount account = new TestAccount().Listed(Here).Listed(There).User("a", effect == "Allow" ? [statement] : [statement, Everything]);
        var graph = new DerivedGraph(account.Derive());
        (bool, bool) Writes(string resource) => (graph.Has(account.Key("user/a"), Capability.WriteData, "aws:" + resource, proved: true), graph.Has(account.Key("user/a"), Capability.WriteData, "aws:" + resource, proved: false));
        Assert.Equal(((here, here), (there, there)), (Writes(Here), Writes(There)));
    }

    [Fact]
    public void A_single_endpoint_is_in_its_region()
    {
        TestAccount account = Account.Organization([Everything, """{"Effect":"Deny","Action":"*","Resource":"*","Condition":{"StringNotEquals":{"aws:RequestedRegion":"eu-west-1"}}}"""]);
        Assert.False(new DerivedGraph(account.Derive()).Has(account.Key("user/a"), Capability.CreateCredential, account.Key("user/a"), proved: false));
    }

    [Fact]
    public void An_organisation_alone_makes_no_account() => Assert.Empty(new TestAccount().Organization([Everything]).Derive().Assertions);
}
