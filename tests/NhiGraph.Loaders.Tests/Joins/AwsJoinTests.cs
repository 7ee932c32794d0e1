using System.Collections.Immutable;
using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Aws.Data;
using NhiGraph.Loaders.Aws.Derive;
using NhiGraph.Loaders.Runs;
using NhiGraph.Loaders.Tests.Aws.Derive;

namespace NhiGraph.Loaders.Tests.Joins;

public class AwsJoinTests
{
    private const string TrustAccount = """{"Effect":"Allow","Principal":{"AWS":"222222222222"},"Action":"sts:AssumeRole"}""";
    private const string TrustCaller = """{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::222222222222:user/caller"},"Action":"sts:AssumeRole"}""";
    private const string MayAssume = """{"Effect":"Allow","Action":"sts:AssumeRole","Resource":"arn:aws:iam::111111111111:role/target"}""";

    private static readonly string Target = "aws:arn:aws:iam::111111111111:role/target";
    private static readonly string Caller = "aws:arn:aws:iam::222222222222:user/caller";

    [Fact]
    public void A_trusted_account_that_was_never_loaded_is_a_third_party()
    {
        DerivedGraph graph = JoinedAccounts.Of(new TestAccount().Role("target", TrustAccount));
        Assert.Equal(Certainty.Declared, graph.Edge(EdgeKind.CanAssume, "aws:222222222222", Target)!.Certainty);
    }

    [Fact]
    public void A_trusted_account_gives_the_role_to_hubs_that_reach_it()
    {
        DerivedGraph graph = JoinedAccounts.Of(new TestAccount().Role("target", TrustAccount), new TestAccount("222222222222").User("caller", [MayAssume]).User("other"));
        Assert.Null(graph.Edge(EdgeKind.CanAssume, "aws:222222222222", Target));
        Assert.Equal(Certainty.Proved, Assert.Single(graph.Edges, edge => edge.Kind == EdgeKind.Yields && edge.To == Target).Certainty);
        Assert.Contains(graph.Hubs(Caller, proved: true), hub => graph.Out[hub].Any(edge => edge.To == Target && edge.Kind == EdgeKind.Yields));
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public void A_trusted_principal_needs_its_own_right(bool right, bool assumes)
    {
        DerivedGraph graph = JoinedAccounts.Of(new TestAccount().Role("target", TrustCaller), new TestAccount("222222222222").User("caller", right ? [MayAssume] : []));
        Assert.Equal(assumes ? Certainty.Proved : null, graph.Edge(EdgeKind.CanAssume, Caller, Target)?.Certainty);
    }

    [Fact]
    public void One_side_alone_is_declared_from_either_side()
    {
        Assert.Equal(Certainty.Declared, JoinedAccounts.Of(new TestAccount().Role("target", TrustCaller)).Edge(EdgeKind.CanAssume, Caller, Target)!.Certainty);
        DerivedGraph graph = JoinedAccounts.Of(new TestAccount("222222222222").User("caller", [MayAssume]));
        Assert.Equal(Certainty.Declared, Assert.Single(graph.Edges, edge => edge.Kind == EdgeKind.Yields && edge.To == Target).Certainty);
    }

    [Fact]
    public void A_role_that_does_not_let_the_caller_in_is_not_given_once_it_was_read()
    {
        DerivedGraph graph = JoinedAccounts.Of(new TestAccount().Role("target", TestAccount.LambdaTrust), new TestAccount("222222222222").User("caller", [MayAssume]));
        Assert.DoesNotContain(graph.Edges, edge => edge.Kind is EdgeKind.Yields or EdgeKind.CanAssume);
    }

    /// <summary>Both sides must allow it: certain where whatever the one may do the other lets in.</summary>
    [Theory]
    [InlineData("s3:*", """{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}""", true, true)]
    [InlineData("s3:*", """{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::shared/*"}""", true, true)]
    [InlineData("s3:GetObject", """{"Effect":"Allow","Action":"s3:GetObject*","Resource":"*"}""", true, true)]
    [InlineData("s3:*", """{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::other/*"}""", false, false)]
    [InlineData("s3:Put*", """{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}""", false, false)]
    [InlineData("s3:*", """{"Effect":"Allow","Action":"sqs:*","Resource":"*"}""", false, false)]
    public void A_resource_that_lets_in_an_account_is_reached_by_those_whom_that_account_lets(string lent, string right, bool proved, bool possible)
    {
        const string Bucket = "arn:aws:s3:::shared";
        TestAccount owner = new TestAccount().ResourcePolicy(Bucket, $$"""{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::222222222222:root"},"Action":"{{lent}}","Resource":["{{Bucket}}","{{Bucket}}/*"]}""");
        DerivedGraph graph = JoinedAccounts.Of(owner, new TestAccount("222222222222").User("caller", [right]).User("other"));
        Assert.Equal((proved, possible), (graph.Has(Caller, Capability.ReadData, "aws:" + Bucket, proved: true), graph.Has(Caller, Capability.ReadData, "aws:" + Bucket, proved: false)));
        Assert.False(graph.Has("aws:arn:aws:iam::222222222222:user/other", Capability.ReadData, "aws:" + Bucket, proved: false));
    }

    private const string Queue = "arn:aws:sqs:eu-west-1:111111111111:jobs";
    private const string Send = """{"Effect":"Allow","Action":"sqs:SendMessage","Resource":"arn:aws:sqs:*:111111111111:*"}""";

    private static string Lets(string principal, string action, string condition = "") =>
        $$"""{"Effect":"Allow","Principal":{{principal}},"Action":"{{action}}","Resource":"*"{{(condition.Length == 0 ? "" : $",\"Condition\":{condition}")}}}""";

    /// <summary>https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html: a single principal of another account needs the resource's policy and its own.</summary>
    [Theory]
    [InlineData("sqs:*", """{"Effect":"Allow","Action":"sqs:SendMessage","Resource":"*"}""", true)]
    [InlineData("sqs:ReceiveMessage", """{"Effect":"Allow","Action":"sqs:SendMessage","Resource":"*"}""", false)]
    [InlineData("sqs:*", """{"Effect":"Allow","Action":"sqs:SendMessage","Resource":"arn:aws:sqs:eu-west-1:111111111111:other"}""", false)]
    [InlineData("sqs:*", """{"Effect":"Allow","Action":"sqs:*","Resource":"*"},{"Effect":"Deny","Action":"*","Resource":"arn:aws:sqs:eu-west-1:111111111111:jobs"}""", false)]
    public void A_resource_that_lets_in_one_principal_is_reached_by_it_where_its_own_account_lets_it(string lets, string right, bool reached)
    {
        TestAccount owner = new TestAccount().ResourcePolicy(Queue, Lets("""{"AWS":"arn:aws:iam::222222222222:user/caller"}""", lets));
        DerivedGraph graph = JoinedAccounts.Of(owner, new TestAccount("222222222222").User("caller", [right]).User("other", [right]));
        Assert.Equal((reached, reached), (graph.Has(Caller, Capability.WriteData, "aws:" + Queue, proved: true), graph.Has(Caller, Capability.WriteData, "aws:" + Queue, proved: false)));
        Assert.False(graph.Has("aws:arn:aws:iam::222222222222:user/other", Capability.WriteData, "aws:" + Queue, proved: false));
    }

    [Fact]
    public void The_boundary_and_the_organisation_of_the_caller_and_that_of_the_resource_hold_for_who_is_named_too()
    {
        TestAccount Owner(params string[] control) => new TestAccount().Organization([["""{"Effect":"Allow","Action":"*","Resource":"*"}"""]], [control]).ResourcePolicy(Queue, Lets("""{"AWS":"arn:aws:iam::222222222222:user/caller"}""", "sqs:*"));
        TestAccount Callers(string? boundary, params string[] level) => new TestAccount("222222222222").Policy("arn:aws:iam::222222222222:policy/b", """{"Effect":"Allow","Action":"s3:*","Resource":"*"}""").Organization([level]).User("caller", [Send], boundary: boundary);
        const string All = """{"Effect":"Allow","Action":"*","Resource":"*"}""", NoQueues = """{"Effect":"Deny","Action":"sqs:*","Resource":"*"}""", Strangers = """{"Effect":"Deny","Principal":"*","Action":"sqs:*","Resource":"*","Condition":{"StringNotEquals":{"aws:PrincipalOrgID":"o-9"}}}""";
        bool Reached(TestAccount owner, TestAccount callers) => JoinedAccounts.Of(owner, callers).Has(Caller, Capability.WriteData, "aws:" + Queue, proved: true);
        bool Possible(TestAccount owner, TestAccount callers) => JoinedAccounts.Of(owner, callers).Has(Caller, Capability.WriteData, "aws:" + Queue, proved: false);
        Assert.True(Reached(Owner(), Callers(null, All)));
        Assert.False(Possible(Owner(), Callers("arn:aws:iam::222222222222:policy/b", All)));
        Assert.False(Possible(Owner(), Callers(null, All, NoQueues)));
        Assert.False(Possible(Owner(Strangers), Callers(null, All)));
        Assert.True(Reached(Owner(Strangers.Replace("o-9", "o-1", StringComparison.Ordinal)), Callers(null, All)));
    }

    [Fact]
    public void Whoever_is_named_of_an_account_that_was_never_loaded_is_declared_and_is_not_there_once_it_was_and_lacks_them()
    {
        TestAccount owner = new TestAccount().ResourcePolicy(Queue, Lets("""{"AWS":["arn:aws:iam::222222222222:user/caller","222222222222"]}""", "sqs:*"));
        DerivedGraph alone = JoinedAccounts.Of(owner), both = JoinedAccounts.Of(owner, new TestAccount("222222222222").User("other"));
        Assert.All((string[])[Caller, "aws:222222222222#principals"], key => Assert.Equal([Certainty.Declared], alone.Out[key].Where(edge => edge.Kind == EdgeKind.Holds).Select(edge => edge.Certainty).Distinct()));
        Assert.True(alone.Has(Caller, Capability.WriteData, "aws:" + Queue, proved: false));
        Assert.All((string[])[Caller, "aws:222222222222#principals"], key => Assert.DoesNotContain(both.Out[key], edge => edge.Kind == EdgeKind.Holds));
    }

    [Fact]
    public void A_named_session_holds_it_and_its_role_on_condition_of_the_name()
    {
        const string session = "arn:aws:sts::222222222222:assumed-role/app/s-1";
        TestAccount owner = new TestAccount().ResourcePolicy(Queue, Lets($$"""{"AWS":"{{session}}"}""", "sqs:*"));
        DerivedGraph graph = JoinedAccounts.Of(owner, new TestAccount("222222222222").Role("app", TestAccount.LambdaTrust, [Send]));
        Assert.True(graph.Has("aws:" + session, Capability.WriteData, "aws:" + Queue, proved: true));
        Assert.Equal((false, true), (graph.Has("aws:arn:aws:iam::222222222222:role/app", Capability.WriteData, "aws:" + Queue, proved: true), graph.Has("aws:arn:aws:iam::222222222222:role/app", Capability.WriteData, "aws:" + Queue, proved: false)));
        Assert.NotNull(graph.Edge(EdgeKind.SessionOf, "aws:" + session, "aws:arn:aws:iam::222222222222:role/app"));
    }

    /// <summary>What a right names of another account is declared until that account's policy of it was read.</summary>
    [Theory]
    [InlineData("none", false, true)]
    [InlineData("loaded", false, true)]
    [InlineData("no policy", false, false)]
    [InlineData("others", false, false)]
    [InlineData("caller", true, true)]
    public void A_right_to_another_accounts_resource_holds_where_that_lets_it_in(string side, bool proved, bool possible)
    {
        TestAccount callers = new TestAccount("222222222222").User("caller", ["""{"Effect":"Allow","Action":"sqs:SendMessage","Resource":"arn:aws:sqs:eu-west-1:111111111111:jobs"}"""]);
        TestAccount owner = new TestAccount().User("own");
        owner = side switch { "no policy" => owner.ResourcePolicy(Queue), "others" => owner.ResourcePolicy(Queue, Lets("""{"AWS":"333333333333"}""", "sqs:*")), "caller" => owner.ResourcePolicy(Queue, Lets("""{"AWS":"222222222222"}""", "sqs:*")), _ => owner.Listed(Queue) };
        DerivedGraph graph = side == "none" ? JoinedAccounts.Of(callers) : JoinedAccounts.Of(owner, callers);
        Assert.Equal((proved, possible), (graph.Has(Caller, Capability.WriteData, "aws:" + Queue, proved: true), graph.Has(Caller, Capability.WriteData, "aws:" + Queue, proved: false)));
    }

    [Theory]
    [InlineData("o-1", true, true)]
    [InlineData("o-2", false, false)]
    [InlineData(null, false, true)]
    public void A_resource_that_lets_in_its_organisation_is_reached_by_accounts_of_it(string? organization, bool proved, bool possible)
    {
        TestAccount owner = new TestAccount().ResourcePolicy(Queue, Lets("\"*\"", "sqs:*", """{"StringEquals":{"aws:PrincipalOrgID":"o-1"}}"""));
        TestAccount callers = new TestAccount("222222222222").User("caller", [Send]);
        callers = organization is null ? callers : callers.Organization([["""{"Effect":"Allow","Action":"*","Resource":"*"}"""]], [], organization);
        DerivedGraph graph = JoinedAccounts.Of(owner, callers);
        Assert.Equal((proved, possible), (graph.Has(Caller, Capability.WriteData, "aws:" + Queue, proved: true), graph.Has(Caller, Capability.WriteData, "aws:" + Queue, proved: false)));
    }

    [Theory]
    [InlineData("s3:GetObject", false)]
    [InlineData("s3:GetObject\",\"kms:Decrypt", true)]
    public void Objects_encrypted_with_a_key_of_the_owner_are_read_for_certain_by_whom_both_let_decrypt(string actions, bool proved)
    {
        const string Bucket = "arn:aws:s3:::shared", Key = "arn:aws:kms:eu-west-1:111111111111:key/k-1";
        TestAccount owner = new TestAccount().ResourcePolicy(Bucket, $$"""{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::222222222222:user/caller"},"Action":"s3:GetObject","Resource":"{{Bucket}}/*"}""").ResourcePolicy(Key, Lets("""{"AWS":"222222222222"}""", "kms:Decrypt")).Encrypts(Bucket, Key);
        DerivedGraph graph = JoinedAccounts.Of(owner, new TestAccount("222222222222").User("caller", [$$"""{"Effect":"Allow","Action":["{{actions}}"],"Resource":"*"}"""]));
        Assert.Equal((proved, true), (graph.Has(Caller, Capability.ReadData, "aws:" + Bucket, proved: true), graph.Has(Caller, Capability.ReadData, "aws:" + Bucket, proved: false)));
    }

    [Theory]
    [InlineData("o-1", true, true)]
    [InlineData("o-2", false, false)]
    [InlineData(null, false, true)]
    public void A_trust_in_its_organisation_is_decided_by_the_callers(string? organization, bool proved, bool possible)
    {
        string trust = TrustCaller.Replace("\"Action\"", "\"Condition\":{\"StringEquals\":{\"aws:PrincipalOrgID\":\"o-1\"}},\"Action\"", StringComparison.Ordinal);
        TestAccount callers = new TestAccount("222222222222").User("caller", [MayAssume]);
        callers = organization is null ? callers : callers.Organization([["""{"Effect":"Allow","Action":"*","Resource":"*"}"""]], [], organization);
        Assert.Equal((proved, possible), JoinedAccounts.Of(new TestAccount().Role("target", trust), callers).Assumes(Caller, Target, 0));
    }

    [Fact]
    public void A_bucket_hangs_under_its_owner_or_else_under_an_unknown_account()
    {
        var namer = new TestAccount().User("a", ["""{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::lake/*"}"""]);
        const string bucket = "aws:arn:aws:s3:::lake";
        Assert.NotNull(JoinedAccounts.Of(namer).Edge(EdgeKind.Contains, "aws:unplaced/s3", bucket));
        DerivedGraph graph = JoinedAccounts.Of(namer, new TestAccount("222222222222").Listed("arn:aws:s3:::lake"));
        Assert.Equal("aws:222222222222/s3", Assert.Single(graph.Edges, edge => edge.Kind == EdgeKind.Contains && edge.To == bucket).From);
        Assert.Equal(Certainty.Declared, Assert.Single(graph.Edges, edge => edge.Kind == EdgeKind.On && edge.To == bucket && edge.From.StartsWith("aws:111111111111#", StringComparison.Ordinal)).Certainty);
    }

    [Fact]
    public void An_account_that_its_vendor_publishes_has_the_vendors_name()
    {
        Assert.All(VendorAccounts.All, vendor => Assert.True(vendor.Key.Length == 12 && vendor.Key.All(char.IsAsciiDigit) && vendor.Value.Length > 0, vendor.Key));
        (string account, string vendor) = VendorAccounts.All.OrderBy(pair => pair.Key, StringComparer.Ordinal).First();
        DerivedScope[] derived = [new TestAccount().Role("target", TrustAccount + "," + TrustAccount.Replace("222222222222", account, StringComparison.Ordinal)).Derive()];
        Dictionary<string, GraphNode> nodes = AwsProvider.Create().Join(JoinedAccounts.Input("aws:111111111111", derived, terms => terms)).Assertions.Where(assertion => assertion.Node.Kinds.HasFlag(NodeKinds.Consumer)).ToDictionary(assertion => assertion.Node.Key, assertion => assertion.Node);
        Assert.Equal((vendor, $"{vendor}, AWS account {account}"), (nodes["aws:" + account][PropertyNames.Vendor], nodes["aws:" + account].Name));
        Assert.Null(nodes["aws:222222222222"][PropertyNames.Vendor]);
    }

    [Fact]
    public void The_order_of_terms_does_not_matter()
    {
        DerivedScope[] derived = [new TestAccount().Role("target", TrustAccount + "," + TrustCaller).Derive(), new TestAccount("222222222222").User("caller", [MayAssume]).Derive()];
        var random = new Random(3);
        string expected = GraphText.Of(AwsProvider.Create().Join(JoinedAccounts.Input("aws:111111111111", derived, terms => terms)));
        for (int i = 0; i < 20; i++)
        {
            Assert.Equal(expected, GraphText.Of(AwsProvider.Create().Join(JoinedAccounts.Input("aws:111111111111", derived, terms => terms.OrderBy(_ => random.Next())))));
        }
    }
}
