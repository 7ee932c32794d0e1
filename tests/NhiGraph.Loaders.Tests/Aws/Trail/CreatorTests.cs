using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Tests.Aws.Derive;
using NhiGraph.Loaders.Tests.People.Derive;

namespace NhiGraph.Loaders.Tests.Aws.Trail;

/// <summary>Who made what: the call's identity always, the person behind it as surely as the log tells.</summary>
public sealed class CreatorTests
{
    private const string At = "2024-01-01T00:00:00Z";
    private const string Hr = "id,name,email,login\n1,Ana,ana@acme.example,alind\n2,Bo,bo@acme.example,\n";
    private const string Robot = "aws:arn:aws:iam::111111111111:user/robot";

    [Fact]
    public void A_user_made_it_and_is_a_person()
    {
        Estate estate = Of(new TestAccount().User("robot").User("ana", tags: """{"Key":"employee-id","Value":"1"}"""), new TrailLog().CreateUser("robot", At, TrailLog.User("ana")));
        Assert.Equal(
            ["aws:arn:aws:iam::111111111111:user/ana -CREATED-> " + Robot + " PROVED EVENT " + At, "human:1 -CREATED-> " + Robot + " PROVED EMPLOYEE_ID USER " + At],
            estate.Lines(EdgeKind.Created));
        Assert.Contains(estate.Made.SelectMany(scope => scope.Edges), edge => edge.Edge.Kind == EdgeKind.Created && edge.Edge.From == "human:1" && edge.Alternatives[0][0].Fact!.Value.Key == "e1");
    }

    [Fact]
    public void A_maker_who_is_gone_is_named_and_still_a_person()
    {
        Estate estate = Of(new TestAccount().User("robot"), new TrailLog().CreateUser("robot", At, TrailLog.User("alind")));
        Assert.Equal("false", estate.Nodes["aws:arn:aws:iam::111111111111:user/alind"][PropertyNames.Known]);
        Assert.Contains("human:1 -CREATED-> " + Robot + " INFERRED LOGIN USER " + At, estate.Lines(EdgeKind.Created));
    }

    [Theory]
    [InlineData("AWSReservedSSO_Admin_1", "ana@acme.example", null, "human:1 PROVED EMAIL SSO_SESSION")]
    [InlineData("deployer", "whatever", "bo@acme.example", "human:2 DECLARED EMAIL SOURCE_IDENTITY")]
    [InlineData("deployer", "ana@acme.example", null, "human:1 INFERRED EMAIL SESSION_NAME")]
    [InlineData("deployer", "alind", null, "human:1 INFERRED LOGIN SESSION_NAME")]
    [InlineData("deployer", "ana@acme.example", "bo@acme.example", "human:2 DECLARED EMAIL SOURCE_IDENTITY")]
    [InlineData("deployer", "i-0abcdef", null, null)]
    public void A_session_is_followed_to_a_person(string role, string session, string? source, string? creator)
    {
        Estate estate = Of(new TestAccount().User("robot"), new TrailLog().CreateUser("robot", At, TrailLog.Session(role, session, source)));
        Assert.Equal(creator is null ? [] : [$"{creator.Split(' ')[0]} -CREATED-> {Robot} {creator.Split(' ', 2)[1]} {At}"], estate.Lines(EdgeKind.Created).Where(line => line.StartsWith("human", StringComparison.Ordinal)));
        Assert.Single(estate.Lines(EdgeKind.Created), line => line.Contains($"role/{(role.StartsWith("AWS", StringComparison.Ordinal) ? "aws-reserved/sso.amazonaws.com/" : "")}{role} -CREATED->", StringComparison.Ordinal));
    }

    [Fact]
    public void A_session_that_a_user_began_is_that_users_through_every_role()
    {
        Estate estate = Of(new TestAccount().User("robot").User("bo@acme.example"), new TrailLog()
            .Assume("first", "ana@acme.example", "2023-12-31T22:00:00Z", TrailLog.User("bo@acme.example"), "ASIA1")
            .Assume("second", "s", "2023-12-31T23:00:00Z", TrailLog.Session("first", "ana@acme.example", key: "ASIA1"), "ASIA2")
            .CreateUser("robot", At, TrailLog.Session("second", "s", key: "ASIA2")));
        Assert.Contains("human:2 -CREATED-> " + Robot + " PROVED EMAIL ASSUMED_BY_USER " + At, estate.Lines(EdgeKind.Created));
        Assert.DoesNotContain(estate.Lines(EdgeKind.Created), line => line.StartsWith("human:1", StringComparison.Ordinal));
    }

    [Fact]
    public void A_SAML_session_is_the_subjects()
    {
        Estate estate = Of(new TestAccount().User("robot"), new TrailLog().Assume("admins", "x", "2023-12-31T23:00:00Z", TrailLog.Saml("ana@acme.example"), name: "AssumeRoleWithSAML").CreateUser("robot", At, TrailLog.Session("admins", "x")));
        Assert.Contains("human:1 -CREATED-> " + Robot + " PROVED EMAIL SAML_SESSION " + At, estate.Lines(EdgeKind.Created));
    }

    [Theory]
    [InlineData(TrailLog.Service, "AssumeRole")]
    [InlineData(TrailLog.WebIdentity, "AssumeRoleWithWebIdentity")]
    public void What_automation_made_no_person_made_however_its_session_is_called(string starter, string how)
    {
        Estate estate = Of(new TestAccount().User("robot").Role("deployer", TestAccount.LambdaTrust), new TrailLog().Assume("deployer", "ana@acme.example", "2023-12-31T23:00:00Z", starter, name: how).CreateUser("robot", At, TrailLog.Session("deployer", "ana@acme.example")));
        Assert.Equal(["aws:arn:aws:iam::111111111111:role/deployer -CREATED-> " + Robot + " PROVED EVENT " + At], estate.Lines(EdgeKind.Created));
    }

    [Fact]
    public void What_failed_made_nothing() =>
        Assert.Empty(Of(new TestAccount().User("robot"), new TrailLog().Event("CreateUser", At, TrailLog.User("ana"), """{"userName":"robot"}""", """{"user":{"arn":"arn:aws:iam::111111111111:user/robot"}}""", rest: ",\"errorCode\":\"AccessDenied\"")).Lines(EdgeKind.Created));

    [Theory]
    [InlineData("AIDArobot", true)]
    [InlineData("AIDAFORMER", false)]
    public void A_name_that_was_given_again_is_another_user(string id, bool same) =>
        Assert.Equal(same, Of(new TestAccount().User("robot").User("ana"), new TrailLog().CreateUser("robot", "2019-01-01T00:00:00Z", TrailLog.User("ana"), id)).Lines(EdgeKind.Created).Length > 0);

    [Fact]
    public void What_the_account_no_longer_lists_the_log_does_not_bring_back()
    {
        Estate estate = Of(new TestAccount().User("ana"), new TrailLog().CreateUser("robot", At, TrailLog.User("ana")));
        Assert.Empty(estate.Lines(EdgeKind.Created));
        Assert.DoesNotContain(Robot, estate.Nodes.Keys);
    }

    [Fact]
    public void A_log_alone_makes_no_account() => Assert.DoesNotContain(new Estate().Hr("id\n1\n").Trail(new TrailLog().CreateUser("robot", At, TrailLog.User("ana"))).Nodes.Keys, key => key.StartsWith("aws:", StringComparison.Ordinal));

    [Fact]
    public void Roles_providers_and_functions_have_makers_too()
    {
        string provider = "arn:aws:iam::111111111111:oidc-provider/token.actions.githubusercontent.com";
        Estate estate = Of(
            new TestAccount().Listed("arn:aws:lambda:eu-west-1:111111111111:function:f")
                .Role("ci", $$"""{"Effect":"Allow","Principal":{"Federated":"{{provider}}"},"Action":"sts:AssumeRoleWithWebIdentity","Condition":{"StringEquals":{"token.actions.githubusercontent.com:sub":"repo:o/r:ref:refs/heads/main"} } }"""),
            new TrailLog()
                .Event("CreateOpenIDConnectProvider", At, TrailLog.User("alind"), "{}", $$"""{"openIDConnectProviderArn":"{{provider}}"}""")
                .Event("CreateFunction20150331", At, TrailLog.User("alind"), "{}", """{"functionArn":"arn:aws:lambda:eu-west-1:111111111111:function:f"}""", "lambda.amazonaws.com")
                .Event("CreateRole", At, TrailLog.User("alind"), """{"roleName":"ci"}""", """{"role":{"arn":"arn:aws:iam::111111111111:role/ci","roleId":"AROAci"}}""")
                .Event("AttachRolePolicy", At, TrailLog.User("bo"), """{"roleName":"ci","policyArn":"arn:aws:iam::aws:policy/AdministratorAccess"}"""));
        Assert.Equal(
            ["aws:" + provider, "aws:arn:aws:iam::111111111111:role/ci", "aws:arn:aws:lambda:eu-west-1:111111111111:function:f"],
            estate.Edges.Where(edge => edge.Kind == EdgeKind.Created && edge.From == "human:1").Select(edge => edge.To).Order(StringComparer.Ordinal));
    }

    private static Estate Of(TestAccount account, TrailLog log) => new Estate().Hr(Hr).Account(account).Trail(log);
}
