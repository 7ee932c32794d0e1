using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Aws;
using NhiGraph.Loaders.Tests.Joins;

namespace NhiGraph.Loaders.Tests.Aws.Derive.ResourcePolicies;

/// <summary>Shapes of resources' own policies, each as it stands in real accounts; whether all of them together are right is held by <see cref="EffectiveAccessTests"/>.</summary>
public sealed class ResourcePolicyTests
{
    private const string Everything = """{"Effect":"Allow","Action":"*","Resource":"*"}""";
    private const string Bucket = "arn:aws:s3:::data";
    private const string Key = "arn:aws:kms:eu-west-1:111111111111:key/k-1";
    private const string Queue = "arn:aws:sqs:eu-west-1:111111111111:jobs";

    private static string Statement(string effect, string principal, string action, string resource, string condition = "") =>
        $$"""{"Effect":"{{effect}}","Principal":{{principal}},"Action":"{{action}}","Resource":{{resource}}{{(condition.Length == 0 ? "" : $",\"Condition\":{condition}")}}}""";

    private static string Objects => $"[\"{Bucket}\",\"{Bucket}/*\"]";

    private static DerivedGraph Graph(TestAccount account) => new(account.Derive());

    [Fact]
    public void A_user_that_a_policy_names_needs_no_right_and_no_boundary_of_its_own()
    {
        TestAccount account = new TestAccount().Policy("arn:aws:iam::111111111111:policy/nothing", """{"Effect":"Allow","Action":"sqs:*","Resource":"*"}""")
            .User("ann", boundary: "arn:aws:iam::111111111111:policy/nothing").Role("app", TestAccount.LambdaTrust, boundary: "arn:aws:iam::111111111111:policy/nothing")
            .ResourcePolicy(Bucket, Statement("Allow", """{"AWS":["arn:aws:iam::111111111111:user/ann","arn:aws:iam::111111111111:role/app"]}""", "s3:GetObject", $"\"{Bucket}/*\""));
        DerivedGraph graph = Graph(account);
        Assert.True(graph.Has(account.Key("user/ann"), Capability.ReadData, "aws:" + Bucket, proved: true));
        Assert.False(graph.Has(account.Key("role/app"), Capability.ReadData, "aws:" + Bucket, proved: false));
    }

    [Fact]
    public void A_Deny_of_a_bucket_takes_it_from_an_administrator_who_administers_still()
    {
        TestAccount account = new TestAccount().User("root-like", [Everything]).User("ann", [Everything]).Listed("arn:aws:s3:::other")
            .ResourcePolicy(Bucket, Statement("Deny", """{"AWS":"arn:aws:iam::111111111111:user/ann"}""", "s3:*", Objects));
        DerivedGraph graph = Graph(account);
        Assert.True(graph.Has(account.Key("user/root-like"), Capability.ReadData, "aws:" + Bucket, proved: true));
        Assert.False(graph.Has(account.Key("user/ann"), Capability.ReadData, "aws:" + Bucket, proved: false));
        Assert.True(graph.Has(account.Key("user/ann"), Capability.ReadData, "aws:arn:aws:s3:::other", proved: true));
        foreach (string user in (string[])["user/root-like", "user/ann"])
        {
            Assert.Contains(graph.Hubs(account.Key(user), proved: true), hub => hub.Contains("#administer:", StringComparison.Ordinal) && graph.Out[hub].Any(edge => edge.To == "aws:111111111111" && edge.On == OnTarget.AllowSubtree));
        }
    }

    [Fact]
    public void A_Deny_of_requests_without_TLS_holds_back_nobody()
    {
        TestAccount account = new TestAccount().User("ann", [Everything]).ResourcePolicy(Bucket, Statement("Deny", "\"*\"", "s3:*", Objects, """{"Bool":{"aws:SecureTransport":"false"}}"""));
        Assert.True(Graph(account).Has(account.Key("user/ann"), Capability.ReadData, "aws:" + Bucket, proved: true));
    }

    [Fact]
    public void A_condition_that_nobody_can_tell_lowers_what_is_proved()
    {
        TestAccount account = new TestAccount().User("ann", [Everything]).ResourcePolicy(Bucket, Statement("Deny", "\"*\"", "s3:*", Objects, """{"StringNotEquals":{"aws:SourceVpce":"vpce-1"}}"""));
        DerivedGraph graph = Graph(account);
        Assert.False(graph.Has(account.Key("user/ann"), Capability.ReadData, "aws:" + Bucket, proved: true));
        Assert.True(graph.Has(account.Key("user/ann"), Capability.ReadData, "aws:" + Bucket, proved: false));
    }

    [Fact]
    public void A_key_answers_to_the_account_only_where_its_policy_says_so()
    {
        const string Decrypt = """{"Effect":"Allow","Action":"kms:Decrypt","Resource":"*"}""";
        DerivedGraph Of(params string[] statements) => Graph(new TestAccount().User("ann", [Decrypt]).ResourcePolicy(Key, statements));
        bool Has(DerivedGraph graph, bool proved) => graph.Has("aws:arn:aws:iam::111111111111:user/ann", Capability.ReadData, "aws:" + Key, proved);
        Assert.True(Has(Of(Statement("Allow", """{"AWS":"arn:aws:iam::111111111111:root"}""", "kms:*", "\"*\"")), proved: true));
        Assert.False(Has(Of(Statement("Allow", """{"AWS":"arn:aws:iam::111111111111:root"}""", "kms:Put*", "\"*\"")), proved: false));
        Assert.False(Has(Of(Statement("Allow", """{"AWS":"arn:aws:iam::111111111111:user/bob"}""", "kms:*", "\"*\"")), proved: false));
        DerivedGraph conditional = Of(Statement("Allow", """{"AWS":"111111111111"}""", "kms:*", "\"*\"", """{"StringEquals":{"kms:ViaService":"s3.eu-west-1.amazonaws.com"}}"""));
        Assert.False(Has(conditional, proved: true));
        Assert.True(Has(conditional, proved: false));
        Assert.True(Has(Of(Statement("Allow", """{"AWS":"*"}""", "kms:*", "\"*\"", """{"StringEquals":{"kms:CallerAccount":"111111111111"}}""")), proved: true));
    }

    [Fact]
    public void What_a_bucket_encrypts_with_a_key_is_read_for_certain_by_those_who_may_decrypt()
    {
        TestAccount account = new TestAccount().User("ann", ["""{"Effect":"Allow","Action":["s3:GetObject","kms:Decrypt"],"Resource":"*"}"""]).User("bob", ["""{"Effect":"Allow","Action":["s3:GetObject"],"Resource":"*"}"""])
            .ResourcePolicy(Key, Statement("Allow", """{"AWS":"arn:aws:iam::111111111111:root"}""", "kms:*", "\"*\"")).ResourcePolicy(Bucket).Encrypts(Bucket, Key);
        DerivedGraph graph = Graph(account);
        Assert.True(graph.Has(account.Key("user/ann"), Capability.ReadData, "aws:" + Bucket, proved: true));
        Assert.False(graph.Has(account.Key("user/bob"), Capability.ReadData, "aws:" + Bucket, proved: true));
        Assert.True(graph.Has(account.Key("user/bob"), Capability.ReadData, "aws:" + Bucket, proved: false));
    }

    [Fact]
    public void What_a_bucket_encrypts_with_a_key_of_AWS_is_read_for_certain_by_all_who_may_read()
    {
        TestAccount account = new TestAccount().User("bob", ["""{"Effect":"Allow","Action":["s3:GetObject"],"Resource":"*"}"""]).ResourcePolicy(Bucket).Encrypts(Bucket, null);
        Assert.True(Graph(account).Has(account.Key("user/bob"), Capability.ReadData, "aws:" + Bucket, proved: true));
    }

    [Theory]
    [InlineData(null, null, false, true)]
    [InlineData(false, null, false, true)]
    [InlineData(false, false, true, true)]
    [InlineData(true, false, false, false)]
    [InlineData(false, true, false, false)]
    public void A_public_bucket_lets_in_anyone_unless_public_access_is_blocked(bool? bucket, bool? whole, bool proved, bool possible)
    {
        TestAccount account = new TestAccount().User("ann").ResourcePolicy(Bucket, Statement("Allow", "\"*\"", "s3:GetObject", $"\"{Bucket}/*\""));
        _ = bucket is { } ofBucket ? account.PublicAccessBlock(Bucket, ofBucket) : account;
        _ = whole is { } ofAccount ? account.PublicAccessBlock("111111111111", ofAccount) : account;
        DerivedGraph graph = Graph(account);
        Assert.Equal((proved, possible), (graph.Has(WellKnownKeys.Anyone, Capability.ReadData, "aws:" + Bucket, proved: true), graph.Has(WellKnownKeys.Anyone, Capability.ReadData, "aws:" + Bucket, proved: false)));
        Assert.True(graph.Has(account.Key("user/ann"), Capability.ReadData, "aws:" + Bucket, proved: true));
    }

    [Fact]
    public void Services_other_accounts_and_who_is_named_there_are_let_in_each_as_surely_as_is_known()
    {
        TestAccount account = new TestAccount().User("ann").ResourcePolicy(Queue,
            Statement("Allow", """{"Service":"sns.amazonaws.com"}""", "sqs:SendMessage", "\"*\"", """{"ArnEquals":{"aws:SourceArn":"arn:aws:sns:eu-west-1:111111111111:news"}}"""),
            Statement("Allow", """{"AWS":["222222222222","arn:aws:iam::333333333333:role/reader"]}""", "sqs:ReceiveMessage", "\"*\""));
        DerivedGraph graph = JoinedAccounts.Of(account);
        GraphEdge sends = Assert.Single(graph.Out["aws:service:sns.amazonaws.com"], edge => edge.Kind == EdgeKind.Holds);
        Assert.Equal((Certainty.Conditional, "aws:SourceArn is arn:aws:sns:eu-west-1:111111111111:news"), (sends.Certainty, Assert.Single(sends.Conditions).Statement));
        Assert.All((string[])["aws:222222222222#principals", "aws:arn:aws:iam::333333333333:role/reader"], key => Assert.Equal(Certainty.Declared, graph.Out[key].First(edge => edge.Kind == EdgeKind.Holds).Certainty));
        Assert.False(graph.Has(account.Key("user/ann"), Capability.WriteData, "aws:" + Queue, proved: false));
    }

    [Fact]
    public void Only_what_was_not_read_stays_an_assumption()
    {
        TestAccount account = new TestAccount().User("ann", ["""{"Effect":"Allow","Action":"sqs:SendMessage","Resource":["arn:aws:sqs:eu-west-1:111111111111:jobs","arn:aws:sqs:eu-west-1:111111111111:mail"]}"""]).ResourcePolicy(Queue);
        DerivedGraph graph = Graph(account);
        GraphEdge[] on = [.. graph.Hubs(account.Key("user/ann"), proved: true).SelectMany(hub => graph.Out[hub]).Where(edge => edge.Kind == EdgeKind.On)];
        Assert.Empty(on.Single(edge => edge.To == "aws:" + Queue).Assumptions);
        Assert.Equal(["AWS_RESOURCE_POLICIES_NOT_READ"], on.Single(edge => edge.To == "aws:arn:aws:sqs:eu-west-1:111111111111:mail").Assumptions);
    }

    [Fact]
    public void A_principal_that_is_not_followed_is_told()
    {
        TestAccount account = new TestAccount().User("ann").ResourcePolicy(Bucket, Statement("Allow", """{"CanonicalUser":"0123abcd"}""", "s3:GetObject", $"\"{Bucket}/*\""));
        Assert.Equal("NHI-AWS-119", Assert.Single(account.Derive().Problems).Code);
    }

    [Fact]
    public void A_policy_that_could_not_be_read_is_no_policy_that_says_nothing()
    {
        TestAccount account = new TestAccount().User("ann", ["""{"Effect":"Allow","Action":"sqs:SendMessage","Resource":"*"}"""]).Listed(Queue).Raw(AwsDatasets.ResourcePolicies, Queue, $$"""{"ResourceARN":"{{Queue}}","Policy":{"Unreadable":true} }""");
        DerivedGraph graph = Graph(account);
        Assert.Contains(graph.Hubs(account.Key("user/ann"), proved: true).SelectMany(hub => graph.Out[hub]), edge => edge.Kind == EdgeKind.On && edge.Assumptions.Contains("AWS_RESOURCE_POLICIES_NOT_READ"));
    }
}
