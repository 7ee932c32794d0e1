using System.Collections.Immutable;
using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Aws.Derive;
using NhiGraph.Loaders.Aws.Read;
using NhiGraph.Loaders.Runs;
using NhiGraph.Loaders.Tests.Aws.Read;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Loaders.Tests.Aws.Derive;

/// <summary>Shapes of real accounts that break others, read and derived.</summary>
public class ShapeTests
{
    private const string Everything = """{"Effect":"Allow","Action":"*","Resource":"*"}""";
    private const string Read = """{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::data/*"}""";
    private const string Data = "aws:arn:aws:s3:::data";
    private const string Nobody = """{"Effect":"Allow","Principal":{"Service":"nobody.amazonaws.com"},"Action":"sts:AssumeRole"}""";

    private static string Names(string principal, string effect = "Allow") => $$"""{"Effect":"{{effect}}","Principal":{"AWS":"{{principal}}"},"Action":"sts:AssumeRole"}""";

    [Fact]
    public void Statement_as_one_object()
    {
        var account = new TestAccount().Listed("arn:aws:s3:::data").Raw("iam-users", "arn:aws:iam::111111111111:user/a", $$"""
            {"Arn":"arn:aws:iam::111111111111:user/a","UserName":"a","Path":"/","UserPolicyList":[{"PolicyName":"p","PolicyDocument":{"Version":"2012-10-17","Statement":{{Read}} } }]}
            """);
        Assert.True(new DerivedGraph(account.Derive()).Has(account.Key("user/a"), Capability.ReadData, Data, proved: true));
    }

    [Theory]
    [InlineData("\"*\"")]
    [InlineData("{\"AWS\":\"*\"}")]
    [InlineData("{\"AWS\":[\"*\"]}")]
    public void Principal_is_anyone(string principal)
    {
        var account = new TestAccount().Role("r", $$"""{"Effect":"Allow","Principal":{{principal}},"Action":"sts:AssumeRole"}""");
        Assert.Equal(Certainty.Proved, new DerivedGraph(account.Derive()).Edge(EdgeKind.CanAssume, WellKnownKeys.Anyone, account.Key("role/r"))!.Certainty);
    }

    [Fact]
    public void Sids_are_missing_or_stand_twice()
    {
        string same = Read.Replace("{\"Effect\"", "{\"Sid\":\"One\",\"Effect\"", StringComparison.Ordinal);
        var account = new TestAccount().Listed("arn:aws:s3:::data").User("a", [same, same.Replace("GetObject", "PutObject", StringComparison.Ordinal), Read.Replace("GetObject", "DeleteObject", StringComparison.Ordinal)]);
        DerivedScope derived = account.Derive();
        var graph = new DerivedGraph(derived);
        Assert.All((Capability[])[Capability.ReadData, Capability.WriteData, Capability.DeleteData], capability => Assert.True(graph.Has(account.Key("user/a"), capability, Data, proved: true)));
        Assert.Equal(3, derived.Edges.Where(edge => edge.Edge.Kind == EdgeKind.Holds).SelectMany(edge => edge.Alternatives).Select(alternative => alternative[0].Locator).Distinct().Count());
    }

    [Fact]
    public void A_trust_names_a_session()
    {
        var account = new TestAccount().Role("r", Names("arn:aws:sts::111111111111:assumed-role/caller/ann")).Role("caller", Nobody);
        var graph = new DerivedGraph(account.Derive());
        const string Session = "aws:arn:aws:sts::111111111111:assumed-role/caller/ann";
        Assert.Equal(Certainty.Proved, graph.Edge(EdgeKind.CanAssume, Session, account.Key("role/r"))!.Certainty);
        Assert.Equal(Certainty.Conditional, graph.Edge(EdgeKind.CanAssume, account.Key("role/caller"), Session)!.Certainty);
        Assert.Null(graph.Edge(EdgeKind.CanAssume, account.Key("role/caller"), account.Key("role/r")));
    }

    [Fact]
    public void A_deny_in_a_trust_policy()
    {
        var account = new TestAccount().User("a").User("b").Role("r", Names("arn:aws:iam::111111111111:user/a") + "," + Names("arn:aws:iam::111111111111:user/b") + "," + Names("arn:aws:iam::111111111111:user/a", "Deny"));
        var graph = new DerivedGraph(account.Derive());
        Assert.Null(graph.Edge(EdgeKind.CanAssume, account.Key("user/a"), account.Key("role/r")));
        Assert.Equal(Certainty.Proved, graph.Edge(EdgeKind.CanAssume, account.Key("user/b"), account.Key("role/r"))!.Certainty);
    }

    [Fact]
    public void A_deny_that_comes_by_a_group()
    {
        var account = new TestAccount().Listed("arn:aws:s3:::data").Group("g", Read.Replace("Allow", "Deny", StringComparison.Ordinal)).User("a", [Read], ["g"]).User("b", [Read]);
        var graph = new DerivedGraph(account.Derive());
        Assert.False(graph.Has(account.Key("user/a"), Capability.ReadData, Data, proved: false));
        Assert.True(graph.Has(account.Key("user/b"), Capability.ReadData, Data, proved: true));
    }

    [Fact]
    public void A_trust_of_the_same_account_that_names_the_caller_needs_no_policy_of_the_caller()
    {
        var account = new TestAccount().Role("caller", Nobody).Role("named", Names("arn:aws:iam::111111111111:role/caller")).Role("open", Names("arn:aws:iam::111111111111:root"));
        var graph = new DerivedGraph(account.Derive());
        Assert.Equal((true, true), graph.Assumes(account.Key("role/caller"), account.Key("role/named"), at: 0));
        Assert.Equal((false, false), graph.Assumes(account.Key("role/caller"), account.Key("role/open"), at: 0));
    }

    [Fact]
    public async Task Two_accounts_in_one_export_and_a_policy_that_AWS_retired()
    {
        string User(string account, string attached) => $$"""
            {"Arn":"arn:aws:iam::{{account}}:user/a","UserName":"a","UserId":"AIDAEXAMPLE{{account}}","Path":"/","CreateDate":"2024-01-01T00:00:00Z",
             "AttachedManagedPolicies":[{"PolicyName":"p","PolicyArn":"{{attached}}"}],"UserPolicyList":[{"PolicyName":"own","PolicyDocument":{"Version":"2012-10-17","Statement":[{{Read}}]} }]}
            """;
        SourceReading reading = await Exports.ReadDetails($$"""
            {"UserDetailList":[{{User("111111111111", "arn:aws:iam::111111111111:policy/all")}},{{User("222222222222", "arn:aws:iam::aws:policy/AmazonRetiredFullAccess")}}],"GroupDetailList":[],"RoleDetailList":[],
             "Policies":[{"Arn":"arn:aws:iam::111111111111:policy/all","PolicyName":"all","PolicyId":"ANPAEXAMPLE","Path":"/","DefaultVersionId":"v1","CreateDate":"2024-01-01T00:00:00Z",
              "PolicyVersionList":[{"VersionId":"v1","IsDefaultVersion":true,"CreateDate":"2024-01-01T00:00:00Z","Document":{"Version":"2012-10-17","Statement":[{{Everything}}]} }]}]}
            """);
        Provider provider = AwsProvider.Create();
        DerivedScope[] scopes = [.. reading.Datasets.GroupBy(dataset => dataset.Scope).Select(scope => provider.Derive(new(scope.Key, [.. scope.SelectMany(dataset => dataset.Facts)], ImmutableSortedDictionary<(string, string), DatasetState>.Empty)))];
        Assert.Equal(["aws:111111111111", "aws:222222222222"], scopes.Select(scope => scope.Owner));
        var graph = new DerivedGraph(scopes);
        Assert.NotNull(graph.WayToAdministrator("aws:arn:aws:iam::111111111111:user/a", proved: true, at: 0));
        // What the retired policy gives is unknown, and said; the rest of the user stands.
        Assert.Null(graph.WayToAdministrator("aws:arn:aws:iam::222222222222:user/a", proved: false, at: 0));
        Assert.NotEmpty(graph.Hubs("aws:arn:aws:iam::222222222222:user/a", proved: true));
        Assert.Contains(reading.Problems, problem => problem.Code == "NHI-AWS-018" && problem.Statement.Contains("AmazonRetiredFullAccess", StringComparison.Ordinal));
        Assert.Contains(scopes[1].Problems, problem => problem.Code == "NHI-AWS-101" && problem.Locator == "arn:aws:iam::222222222222:user/a");
    }
}
