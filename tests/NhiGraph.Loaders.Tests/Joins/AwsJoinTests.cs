using System.Collections.Immutable;
using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Aws.Data;
using NhiGraph.Loaders.Aws.Derive;
using NhiGraph.Loaders.Runs;
using NhiGraph.Loaders.Tests.Aws.Derive;
using NhiGraph.Storage.Facts;

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
        DerivedGraph graph = Joined(new TestAccount().Role("target", TrustAccount));
        Assert.Equal(Certainty.Declared, graph.Edge(EdgeKind.CanAssume, "aws:222222222222", Target)!.Certainty);
    }

    [Fact]
    public void A_trusted_account_gives_the_role_to_hubs_that_reach_it()
    {
        DerivedGraph graph = Joined(new TestAccount().Role("target", TrustAccount), new TestAccount("222222222222").User("caller", [MayAssume]).User("other"));
        Assert.Null(graph.Edge(EdgeKind.CanAssume, "aws:222222222222", Target));
        Assert.Equal(Certainty.Proved, Assert.Single(graph.Edges, edge => edge.Kind == EdgeKind.Yields && edge.To == Target).Certainty);
        Assert.Contains(graph.Hubs(Caller, proved: true), hub => graph.Out[hub].Any(edge => edge.To == Target && edge.Kind == EdgeKind.Yields));
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public void A_trusted_principal_needs_its_own_right(bool right, bool assumes)
    {
        DerivedGraph graph = Joined(new TestAccount().Role("target", TrustCaller), new TestAccount("222222222222").User("caller", right ? [MayAssume] : []));
        Assert.Equal(assumes ? Certainty.Proved : null, graph.Edge(EdgeKind.CanAssume, Caller, Target)?.Certainty);
    }

    [Fact]
    public void One_side_alone_is_declared_from_either_side()
    {
        Assert.Equal(Certainty.Declared, Joined(new TestAccount().Role("target", TrustCaller)).Edge(EdgeKind.CanAssume, Caller, Target)!.Certainty);
        DerivedGraph graph = Joined(new TestAccount("222222222222").User("caller", [MayAssume]));
        Assert.Equal(Certainty.Declared, Assert.Single(graph.Edges, edge => edge.Kind == EdgeKind.Yields && edge.To == Target).Certainty);
    }

    [Fact]
    public void A_role_that_does_not_let_the_caller_in_is_not_given_once_it_was_read()
    {
        DerivedGraph graph = Joined(new TestAccount().Role("target", TestAccount.LambdaTrust), new TestAccount("222222222222").User("caller", [MayAssume]));
        Assert.DoesNotContain(graph.Edges, edge => edge.Kind is EdgeKind.Yields or EdgeKind.CanAssume);
    }

    /// <summary>Both sides must allow it: certain where whatever the one may do the other lets in.</summary>
    [Theory]
    [InlineData("s3:*", """{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}""", true, true)]
    [InlineData("s3:*", """{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::shared/*"}""", true, true)]
    [InlineData("s3:GetObject", """{"Effect":"Allow","Action":"s3:GetObject*","Resource":"*"}""", false, true)]
    [InlineData("s3:*", """{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::other/*"}""", false, false)]
    [InlineData("s3:Put*", """{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}""", false, false)]
    [InlineData("s3:*", """{"Effect":"Allow","Action":"sqs:*","Resource":"*"}""", false, false)]
    public void A_resource_that_lets_in_an_account_is_reached_by_those_whom_that_account_lets(string lent, string right, bool proved, bool possible)
    {
        const string Bucket = "arn:aws:s3:::shared";
        TestAccount owner = new TestAccount().ResourcePolicy(Bucket, $$"""{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::222222222222:root"},"Action":"{{lent}}","Resource":["{{Bucket}}","{{Bucket}}/*"]}""");
        DerivedGraph graph = Joined(owner, new TestAccount("222222222222").User("caller", [right]).User("other"));
        Assert.Equal((proved, possible), (graph.Has(Caller, Capability.ReadData, "aws:" + Bucket, proved: true), graph.Has(Caller, Capability.ReadData, "aws:" + Bucket, proved: false)));
        Assert.False(graph.Has("aws:arn:aws:iam::222222222222:user/other", Capability.ReadData, "aws:" + Bucket, proved: false));
    }

    [Fact]
    public void A_bucket_hangs_under_its_owner_or_else_under_an_unknown_account()
    {
        var namer = new TestAccount().User("a", ["""{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::lake/*"}"""]);
        const string bucket = "aws:arn:aws:s3:::lake";
        Assert.NotNull(Joined(namer).Edge(EdgeKind.Contains, "aws:unplaced/s3", bucket));
        DerivedGraph graph = Joined(namer, new TestAccount("222222222222").Listed("arn:aws:s3:::lake"));
        Assert.Equal("aws:222222222222/s3", Assert.Single(graph.Edges, edge => edge.Kind == EdgeKind.Contains && edge.To == bucket).From);
        Assert.Equal(Certainty.Declared, Assert.Single(graph.Edges, edge => edge.Kind == EdgeKind.On && edge.To == bucket && edge.From.StartsWith("aws:111111111111#", StringComparison.Ordinal)).Certainty);
    }

    [Fact]
    public void An_account_that_its_vendor_publishes_has_the_vendors_name()
    {
        Assert.All(VendorAccounts.All, vendor => Assert.True(vendor.Key.Length == 12 && vendor.Key.All(char.IsAsciiDigit) && vendor.Value.Length > 0, vendor.Key));
        (string account, string vendor) = VendorAccounts.All.OrderBy(pair => pair.Key, StringComparer.Ordinal).First();
        DerivedScope[] derived = [new TestAccount().Role("target", TrustAccount + "," + TrustAccount.Replace("222222222222", account, StringComparison.Ordinal)).Derive()];
        Dictionary<string, GraphNode> nodes = AwsProvider.Create().Join(Input("aws:111111111111", derived, terms => terms)).Assertions.Where(assertion => assertion.Node.Kinds.HasFlag(NodeKinds.Consumer)).ToDictionary(assertion => assertion.Node.Key, assertion => assertion.Node);
        Assert.Equal((vendor, $"{vendor}, AWS account {account}"), (nodes["aws:" + account][PropertyNames.Vendor], nodes["aws:" + account].Name));
        Assert.Null(nodes["aws:222222222222"][PropertyNames.Vendor]);
    }

    [Fact]
    public void The_order_of_terms_does_not_matter()
    {
        DerivedScope[] derived = [new TestAccount().Role("target", TrustAccount + "," + TrustCaller).Derive(), new TestAccount("222222222222").User("caller", [MayAssume]).Derive()];
        var random = new Random(3);
        string expected = GraphText.Of(AwsProvider.Create().Join(Input("aws:111111111111", derived, terms => terms)));
        for (int i = 0; i < 20; i++)
        {
            Assert.Equal(expected, GraphText.Of(AwsProvider.Create().Join(Input("aws:111111111111", derived, terms => terms.OrderBy(_ => random.Next())))));
        }
    }

    private static DerivedGraph Joined(params TestAccount[] accounts)
    {
        DerivedScope[] derived = [.. accounts.Select(account => account.Derive())];
        return new DerivedGraph([.. derived, .. derived.Select(scope => AwsProvider.Create().Join(Input(scope.Owner, derived, terms => terms)))]);
    }

    private static JoinInput Input(string scope, DerivedScope[] derived, Func<IEnumerable<JoinTerm>, IEnumerable<JoinTerm>> order)
    {
        JoinTerm[] offers = [.. order(derived.Single(d => d.Owner == scope).Terms.Where(term => term.Side == JoinSide.Offer))];
        HashSet<string> keys = [.. offers.Select(offer => offer.JoinKey)];
        return new(scope, [.. offers], [.. order(derived.SelectMany(d => d.Terms).Where(term => term.Side == JoinSide.Ask && keys.Contains(term.JoinKey)))], [.. derived.Select(d => d.Owner)]);
    }
}
