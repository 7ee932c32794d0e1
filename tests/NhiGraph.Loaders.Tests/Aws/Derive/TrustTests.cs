using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Runs;

namespace NhiGraph.Loaders.Tests.Aws.Derive;

public class TrustTests
{
    private const string AssumeAll = """{"Effect":"Allow","Action":"sts:AssumeRole","Resource":"*"}""";

    [Fact]
    public void A_service_uses_an_ambient_credential_of_the_role()
    {
        var account = new TestAccount().Role("fn", TestAccount.LambdaTrust);
        var graph = new DerivedGraph(account.Derive());
        string credential = account.Key("role/fn") + "#service:lambda.amazonaws.com";
        Assert.Equal(Certainty.Proved, graph.Edge(EdgeKind.Uses, "aws:service:lambda.amazonaws.com", credential)!.Certainty);
        Assert.Equal(Certainty.Proved, graph.Edge(EdgeKind.Authenticates, credential, account.Key("role/fn"))!.Certainty);
    }

    [Theory]
    [InlineData("\"StringEquals\":{\"token.actions.githubusercontent.com:aud\":\"sts.amazonaws.com\",\"token.actions.githubusercontent.com:sub\":\"repo:o/r:ref:refs/heads/main\"}", "repo:o/r:ref:refs/heads/main", true)]
    [InlineData("\"StringLike\":{\"token.actions.githubusercontent.com:sub\":[\"repo:o/*\"]}", "repo:o/*", true)]
    [InlineData("\"StringEquals\":{\"token.actions.githubusercontent.com:aud\":\"sts.amazonaws.com\"}", "*", true)]
    [InlineData("\"StringLike\":{\"token.actions.githubusercontent.com:sub\":\"repo:o/r:*\"},\"IpAddress\":{\"aws:SourceIp\":\"10.0.0.0/8\"}", "repo:o/r:*", false)]
    public void A_subject_of_an_issuer_is_a_consumer_and_meets_its_own_conditions(string condition, string subject, bool proved)
    {
        var account = new TestAccount().Role("ci", $$"""{"Effect":"Allow","Principal":{"Federated":"arn:aws:iam::111111111111:oidc-provider/token.actions.githubusercontent.com"},"Action":"sts:AssumeRoleWithWebIdentity","Condition":{ {{condition}} } }""");
        var graph = new DerivedGraph(account.Derive());
        string consumer = "oidc:token.actions.githubusercontent.com|" + subject;
        GraphEdge uses = Assert.Single(graph.Out[consumer]);
        GraphEdge authenticates = Assert.Single(graph.Out[uses.To]);
        Assert.Equal(account.Key("role/ci"), authenticates.To);
        Assert.Equal(proved ? Certainty.Proved : Certainty.Conditional, authenticates.Certainty);
        Assert.Equal(proved, authenticates.Conditions.IsEmpty);
    }

    [Fact]
    public void StringEquals_knows_no_wildcard_so_nobody_is_let_in()
    {
        var account = new TestAccount().Role("ci", """{"Effect":"Allow","Principal":{"Federated":"arn:aws:iam::111111111111:oidc-provider/token.actions.githubusercontent.com"},"Action":"sts:AssumeRoleWithWebIdentity","Condition":{"StringEquals":{"token.actions.githubusercontent.com:sub":"repo:o/*"}}}""");
        Assert.DoesNotContain(new DerivedGraph(account.Derive()).Edges, edge => edge.Kind == EdgeKind.Authenticates);
    }

    [Fact]
    public void A_trust_that_names_a_principal_of_the_account_needs_no_allow_but_minds_a_deny_and_a_boundary()
    {
        string trust = """{"Effect":"Allow","Principal":{"AWS":["arn:aws:iam::111111111111:user/free","arn:aws:iam::111111111111:user/denied","arn:aws:iam::111111111111:user/perhaps","arn:aws:iam::111111111111:user/bounded"]},"Action":"sts:AssumeRole"}""";
        var account = new TestAccount().Role("r", trust).User("free").User("other")
            .User("denied", ["""{"Effect":"Deny","Action":"sts:*","Resource":"*"}"""])
            .User("perhaps", ["""{"Effect":"Deny","Action":"sts:AssumeRole","Resource":"*","Condition":{"Bool":{"aws:MultiFactorAuthPresent":"false"}}}"""])
            .User("bounded", boundary: "arn:aws:iam::111111111111:policy/edge");
        var graph = new DerivedGraph(account.Derive());
        GraphEdge? By(string user) => graph.Edge(EdgeKind.CanAssume, account.Key("user/" + user), account.Key("role/r"));
        Assert.Equal(Certainty.Proved, By("free")!.Certainty);
        Assert.Null(By("denied"));
        Assert.Null(By("other"));
        Assert.Equal(Certainty.Conditional, By("perhaps")!.Certainty);
        Assert.Equal("PermissionsBoundary", Assert.Single(By("bounded")!.Conditions).Key);
    }

    [Fact]
    public void A_trust_in_the_whole_account_is_met_by_the_hub_and_not_by_callers_one_by_one()
    {
        var account = new TestAccount().Role("r", """{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111111111111:root"},"Action":"sts:AssumeRole"}""").Role("closed", TestAccount.LambdaTrust);
        for (int i = 0; i < 20; i++)
        {
            account.User($"u{i}", [AssumeAll]);
        }

        account.User("none");
        var graph = new DerivedGraph(account.Derive());
        GraphEdge yields = Assert.Single(graph.Edges, edge => edge.Kind == EdgeKind.Yields);
        Assert.Equal((account.Key("role/r"), Certainty.Proved), (yields.To, yields.Certainty));
        Assert.Equal(20, graph.Edges.Count(edge => edge.Kind == EdgeKind.Holds && edge.To == yields.From));
        Assert.DoesNotContain(graph.Edges, edge => edge.Kind == EdgeKind.CanAssume);
    }

    [Fact]
    public void Anyone_is_let_in_by_a_star()
    {
        var account = new TestAccount().Role("open", """{"Effect":"Allow","Principal":"*","Action":"sts:AssumeRole"}""")
            .Role("guarded", """{"Effect":"Allow","Principal":{"AWS":"*"},"Action":"sts:AssumeRole","Condition":{"StringEquals":{"sts:ExternalId":"x"}}}""");
        var graph = new DerivedGraph(account.Derive());
        Assert.Equal(Certainty.Proved, graph.Edge(EdgeKind.CanAssume, WellKnownKeys.Anyone, account.Key("role/open"))!.Certainty);
        Assert.Equal("sts:ExternalId", Assert.Single(graph.Edge(EdgeKind.CanAssume, WellKnownKeys.Anyone, account.Key("role/guarded"))!.Conditions).Key);
    }

    [Fact]
    public void A_named_session_is_taken_by_whoever_takes_its_role()
    {
        const string session = "arn:aws:sts::111111111111:assumed-role/deploy/ci";
        var account = new TestAccount().Role("deploy", TestAccount.LambdaTrust).Role("target", $$"""{"Effect":"Allow","Principal":{"AWS":"{{session}}"},"Action":"sts:AssumeRole"}""");
        var graph = new DerivedGraph(account.Derive());
        Assert.Equal(Certainty.Proved, graph.Edge(EdgeKind.CanAssume, "aws:" + session, account.Key("role/target"))!.Certainty);
        Assert.NotNull(graph.Edge(EdgeKind.SessionOf, "aws:" + session, account.Key("role/deploy")));
        Assert.Equal(Certainty.Proved, graph.Edge(EdgeKind.Authenticates, account.Key("role/deploy") + "#service:lambda.amazonaws.com", "aws:" + session)!.Certainty);
        Assert.Null(graph.Edge(EdgeKind.CanAssume, account.Key("role/deploy"), account.Key("role/target")));
    }

    [Theory]
    [InlineData("""{"Effect":"Deny","Principal":"*","Action":"sts:AssumeRole"}""", false, false)]
    [InlineData("""{"Effect":"Deny","Principal":{"AWS":"arn:aws:iam::111111111111:user/ann"},"Action":"sts:*"}""", false, true)]
    [InlineData("""{"Effect":"Deny","NotPrincipal":{"AWS":"arn:aws:iam::111111111111:user/ann"},"Action":"sts:*"}""", true, false)]
    [InlineData("""{"Effect":"Deny","Principal":{"AWS":"222222222222"},"Action":"sts:*"}""", true, true)]
    public void A_deny_of_the_trust_takes_out_whom_it_names(string deny, bool ann, bool bob)
    {
        var account = new TestAccount().User("ann").User("bob")
            .Role("r", """{"Effect":"Allow","Principal":{"AWS":["arn:aws:iam::111111111111:user/ann","arn:aws:iam::111111111111:user/bob"]},"Action":"sts:AssumeRole"},""" + deny);
        var graph = new DerivedGraph(account.Derive());
        Assert.Equal(ann, graph.Edge(EdgeKind.CanAssume, account.Key("user/ann"), account.Key("role/r")) is not null);
        Assert.Equal(bob, graph.Edge(EdgeKind.CanAssume, account.Key("user/bob"), account.Key("role/r")) is not null);
    }

    [Theory]
    [InlineData("AIDAEXAMPLEEXAMPLE", "aws:AIDAEXAMPLEEXAMPLE", "CLOUD_USER")]
    [InlineData("AROAEXAMPLEEXAMPLE", "aws:AROAEXAMPLEEXAMPLE", "CLOUD_ROLE")]
    [InlineData("arn:aws:iam::111111111111:role/gone", "aws:arn:aws:iam::111111111111:role/gone", "CLOUD_ROLE")]
    public void A_trust_in_whom_is_not_there_is_kept_and_lets_nobody_in(string principal, string key, string type)
    {
        var account = new TestAccount().Role("r", $$"""{"Effect":"Allow","Principal":{"AWS":"{{principal}}"},"Action":"sts:AssumeRole"}""");
        DerivedScope derived = account.Derive();
        Assert.Empty(derived.Problems);
        var graph = new DerivedGraph(derived);
        Assert.Equal(Validity.Never, graph.Edge(EdgeKind.CanAssume, key, account.Key("role/r"))!.Validity);
        GraphNode gone = derived.Assertions.Select(assertion => assertion.Node).Single(node => node.Key == key);
        Assert.Equal(("false", type), (gone[PropertyNames.Known], gone[PropertyNames.IdentityType]));
    }

    [Fact]
    public void A_principal_of_no_documented_form_is_told()
    {
        DerivedScope derived = new TestAccount().Role("r", """{"Effect":"Allow","Principal":{"AWS":"somebody"},"Action":"sts:AssumeRole"}""").Derive();
        Assert.Equal("NHI-AWS-107", Assert.Single(derived.Problems).Code);
        Assert.DoesNotContain(derived.Edges, edge => edge.Edge.Kind == EdgeKind.CanAssume);
    }

    [Theory]
    [InlineData("/aws-service-role/elasticache.amazonaws.com/", "true")]
    [InlineData("/service-role/", null)]
    public void A_service_linked_role_is_the_providers_own(string path, string? expected)
    {
        DerivedScope derived = new TestAccount().Role("r", TestAccount.LambdaTrust, path: path).Derive();
        Assert.Equal(expected, derived.Assertions.Select(assertion => assertion.Node).Single(node => node.Key.EndsWith("/r", StringComparison.Ordinal) && (node.Kinds & NodeKinds.Identity) != 0)[PropertyNames.ProviderOwned]);
    }

    [Theory]
    [InlineData("oidc-providers", "arn:aws:iam::111111111111:oidc-provider/gitlab.com", true)]
    [InlineData("oidc-providers", "arn:aws:iam::111111111111:oidc-provider/id.acme.example", false)]
    [InlineData("saml-providers", "arn:aws:iam::111111111111:saml-provider/corp", true)]
    [InlineData("iam-groups", "arn:aws:iam::111111111111:group/g", true)]
    public void A_trust_in_a_provider_that_is_not_there_lets_nobody_in(string dataset, string arn, bool works)
    {
        var account = new TestAccount().Role("ci", """{"Effect":"Allow","Principal":{"Federated":"arn:aws:iam::111111111111:oidc-provider/gitlab.com"},"Action":"sts:AssumeRoleWithWebIdentity","Condition":{"StringEquals":{"gitlab.com:sub":"project_path:acme/web:ref_type:branch:ref:main"}}}""")
            .Raw(dataset, arn, $$"""{"Arn":"{{arn}}","GroupName":"g","Roles":[],"Tags":[]}""");
        GraphEdge edge = Assert.Single(new DerivedGraph(account.Derive()).Edges, edge => edge.Kind == EdgeKind.Authenticates);
        Assert.Equal(works ? Validity.Always : Validity.Never, edge.Validity);
    }

    [Fact]
    public void Issuers_that_AWS_knows_by_itself_need_no_provider()
    {
        const string Provider = "arn:aws:iam::111111111111:oidc-provider/id.acme.example";
        var account = new TestAccount().Role("app", """{"Effect":"Allow","Principal":{"Federated":"cognito-identity.amazonaws.com"},"Action":"sts:AssumeRoleWithWebIdentity"}""").Raw("oidc-providers", Provider, $$"""{"Arn":"{{Provider}}","Roles":[],"Tags":[]}""");
        Assert.Equal(Validity.Always, Assert.Single(new DerivedGraph(account.Derive()).Edges, edge => edge.Kind == EdgeKind.Authenticates).Validity);
    }
}
