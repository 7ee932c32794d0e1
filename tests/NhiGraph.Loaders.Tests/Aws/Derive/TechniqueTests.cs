using NhiGraph.Graph.Model;

namespace NhiGraph.Loaders.Tests.Aws.Derive;

public class TechniqueTests
{
    private const string Create = """{"Effect":"Allow","Action":"lambda:CreateFunction","Resource":"*"}""";
    private const string Invoke = """{"Effect":"Allow","Action":"lambda:InvokeFunction","Resource":"*"}""";

    private static string Pass(string role, string condition = "") => $$"""{"Effect":"Allow","Action":"iam:PassRole","Resource":"{{role}}"{{condition}}}""";

    [Theory]
    [InlineData("", Certainty.Proved)]
    [InlineData(""","Condition":{"StringEquals":{"iam:PassedToService":"lambda.amazonaws.com"}}""", Certainty.Proved)]
    [InlineData(""","Condition":{"StringEquals":{"iam:PassedToService":"ec2.amazonaws.com"}}""", null)]
    [InlineData(""","Condition":{"Bool":{"aws:MultiFactorAuthPresent":"true"}}""", Certainty.Conditional)]
    public void Passing_a_role_to_a_new_function_gives_the_role(string condition, Certainty? certainty)
    {
        var account = new TestAccount().Role("fn", TestAccount.LambdaTrust).Role("other", """{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"}""")
            .User("a", [Pass("*", condition), Create, Invoke]);
        var graph = new DerivedGraph(account.Derive());
        GraphEdge[] yields = [.. graph.Edges.Where(edge => edge.Technique == "lambda-001")];
        GraphEdge? holds = graph.Edges.FirstOrDefault(edge => edge.Kind == EdgeKind.Holds && edge.To.Contains("/lambda-001:"));
        Assert.Equal(certainty, holds?.Certainty);
        Assert.Equal(certainty is null ? [] : [account.Key("role/fn")], yields.Select(edge => edge.To));
    }

    [Fact]
    public void Both_statements_justify_it_and_one_principal_must_have_both()
    {
        var account = new TestAccount().Role("fn", TestAccount.LambdaTrust).Group("g", Create, Invoke).User("both", [Pass("*")], ["g"]).User("half", [Pass("*")]).User("rest", groups: ["g"]);
        var derived = account.Derive();
        var holds = Assert.Single(derived.Edges, edge => edge.Edge.Kind == EdgeKind.Holds && edge.Edge.To.Contains("/lambda-001:"));
        Assert.Equal(account.Key("user/both"), holds.Edge.From);
        Assert.Equal(["iam-groups", "iam-groups", "iam-users", "iam-users", "iam-users"], Assert.Single(holds.Alternatives).Select(support => support.Fact!.Value.Dataset).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Who_cannot_run_the_function_needs_somebody_who_does()
    {
        var account = new TestAccount().Role("fn", TestAccount.LambdaTrust).User("a", [Pass("*"), Create]);
        GraphEdge holds = Assert.Single(new DerivedGraph(account.Derive()).Edges, edge => edge.Kind == EdgeKind.Holds && edge.To.Contains("/lambda-001:"));
        Assert.Equal("lambda:InvokeFunction", Assert.Single(holds.Conditions).Key);
    }

    [Fact]
    public void Only_roles_that_may_be_passed_are_given_and_a_deny_counts()
    {
        var account = new TestAccount().Role("app-fn", TestAccount.LambdaTrust).Role("fn", TestAccount.LambdaTrust).Role("AWSServiceRoleForX", TestAccount.LambdaTrust, path: "/aws-service-role/x.amazonaws.com/")
            .User("a", [Pass("arn:aws:iam::111111111111:role/app-*"), Create, Invoke]).User("b", [Pass("*"), Create, Invoke, """{"Effect":"Deny","Action":"iam:PassRole","Resource":"arn:aws:iam::*:role/app-*"}"""]);
        var graph = new DerivedGraph(account.Derive());
        string[] Given(string user) => [.. graph.Hubs(account.Key("user/" + user), proved: true).SelectMany(hub => graph.Out[hub]).Where(edge => edge.Technique is not null).Select(edge => edge.To)];
        Assert.Equal([account.Key("role/app-fn")], Given("a"));
        Assert.Equal([account.Key("role/fn")], Given("b"));
    }
}
