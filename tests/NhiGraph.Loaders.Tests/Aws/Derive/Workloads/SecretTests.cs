using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Runs;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Loaders.Tests.Aws.Derive.Workloads;

public class SecretTests
{
    private const string Arn = "arn:aws:secretsmanager:eu-west-1:111111111111:secret:backup-AbCdEf";
    private const string Key = "aws:access-key:AKIABACKUPEXAMPLE001";

    private static string Read(string resource, string condition = "") => $$"""{"Effect":"Allow","Action":"secretsmanager:GetSecretValue","Resource":"{{resource}}"{{condition}}}""";

    private static TestAccount Account(string name, string tag) => new TestAccount().User("svc").AccessKey("AKIABACKUPEXAMPLE001", "svc", "Active", "2025-01-01T00:00:00Z")
        .Raw("secrets", Arn, $$"""{"Arn":"{{Arn}}","Name":"{{name}}","Roles":[],"EnvironmentNames":[],"Keys":[],"Tags":[{"Key":"holds","Value":"{{tag}}"}]}""");

    [Theory]
    [InlineData("backup", "AKIABACKUPEXAMPLE001", true)]
    [InlineData("backup/AKIABACKUPEXAMPLE001", "", true)]
    [InlineData("backup", "svc: AKIABACKUPEXAMPLE001.", true)]
    [InlineData("backup", "AKIAOTHEREXAMPLE0001", false)]
    [InlineData("backup", "xAKIABACKUPEXAMPLE001", false)]
    [InlineData("backup", "", false)]
    public void A_secret_that_names_a_key_of_the_account_holds_it(string name, string tag, bool holds)
    {
        var graph = new DerivedGraph(Account(name, tag).User("a", [Read("*")]).Derive());
        Assert.Equal(holds ? Certainty.Declared : null, graph.Edge(EdgeKind.StoredIn, Key, "aws:" + Arn)?.Certainty);
        Assert.Equal(holds, graph.Edges.Any(edge => edge.Kind == EdgeKind.Yields && edge.To == Key));
    }

    [Theory]
    [InlineData("*", true)]
    [InlineData("arn:aws:secretsmanager:*:*:secret:backup-*", true)]
    [InlineData("arn:aws:secretsmanager:*:*:secret:other-*", false)]
    public void Who_may_read_the_secret_has_the_key(string resource, bool has)
    {
        TestAccount account = Account("backup", "AKIABACKUPEXAMPLE001").User("a", [Read(resource)]).User("b", ["""{"Effect":"Allow","Action":"secretsmanager:DescribeSecret","Resource":"*"}"""]);
        var graph = new DerivedGraph(account.Derive());
        Assert.Equal(has, graph.Hubs(account.Key("user/a"), proved: true).Any(hub => graph.Edge(EdgeKind.Yields, hub, Key) is not null));
        Assert.DoesNotContain(graph.Hubs(account.Key("user/b"), proved: false), hub => graph.Edge(EdgeKind.Yields, hub, Key) is not null);
    }

    [Fact]
    public void A_secret_is_a_resource_that_was_listed_and_no_consumer()
    {
        GraphNode secret = NodeMerge.Merge(Account("backup", "").Derive().Assertions.Where(assertion => assertion.Node.Key == "aws:" + Arn));
        Assert.Equal((NodeKinds.Resource, "SECRET", "true"), (secret.Kinds, secret[PropertyNames.ResourceType], secret[PropertyNames.Known]));
    }
}
