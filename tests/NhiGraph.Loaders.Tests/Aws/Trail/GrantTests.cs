using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Tests.Aws.Derive;
using NhiGraph.Loaders.Tests.People.Derive;

namespace NhiGraph.Loaders.Tests.Aws.Trail;

/// <summary>Who gave somebody rights, or let somebody in: of what is still there, whoever did it last.</summary>
public sealed class GrantTests
{
    private const string At = "2024-06-01T00:00:00Z";
    private const string Hr = "id,name,email,login\n1,Ana,ana@acme.example,alind\n2,Bo,bo@acme.example,\n";
    private const string Administrator = "arn:aws:iam::aws:policy/AdministratorAccess";
    private const string Everything = """{"Effect":"Allow","Action":"*","Resource":"*"}""";
    private const string Queues = """{"Effect":"Allow","Action":"sqs:SendMessage","Resource":"*"}""";
    private const string Administer = "aws:111111111111#administer:*";
    private const string Send = "aws:111111111111#write-data:sqs:queue@*";

    [Theory]
    [InlineData("AttachUserPolicy", "userName", "robot")]
    [InlineData("AttachRolePolicy", "roleName", "ci")]
    public void Whoever_attached_a_policy_gave_what_is_held_by_it(string name, string member, string to)
    {
        Estate estate = Of(Account(), new TrailLog().Event(name, At, TrailLog.User("alind"), $$"""{"{{member}}":"{{to}}","policyArn":"{{Administrator}}"}"""));
        Assert.Equal(
            [$"aws:arn:aws:iam::111111111111:user/alind -CREATED-> {Administer} DECLARED EVENT GRANTED", $"human:1 -CREATED-> {Administer} INFERRED LOGIN USER GRANTED"],
            Given(estate));
        Assert.Equal($"event e1: {name} of AdministratorAccess to {to} by arn:aws:iam::111111111111:user/alind at {At}",
            estate.Made.SelectMany(scope => scope.Edges).First(edge => edge.Edge.Kind == EdgeKind.Created && edge.Edge.From == "human:1").Alternatives[0][0].Statement);
    }

    [Theory]
    [InlineData("PutUserPolicy", "userName", "robot")]
    [InlineData("PutRolePolicy", "roleName", "ci")]
    [InlineData("PutGroupPolicy", "groupName", "senders")]
    public void Whoever_put_a_policy_gave_what_is_held_by_it(string name, string member, string to) =>
        Assert.Contains($"human:1 -CREATED-> {Send} INFERRED LOGIN USER GRANTED", Given(Of(Account(), new TrailLog().Event(name, At, TrailLog.User("alind"), $$"""{"{{member}}":"{{to}}","policyName":"inline"}"""))));

    [Fact]
    public void Whoever_made_a_member_gave_what_the_group_holds() =>
        Assert.Contains($"human:1 -CREATED-> {Send} INFERRED LOGIN USER GRANTED", Given(Of(Account(), new TrailLog().Event("AddUserToGroup", At, TrailLog.User("alind"), """{"userName":"member","groupName":"senders"}"""))));

    [Fact]
    public void Whoever_wrote_a_trust_last_let_in_what_it_lets_in() =>
        Assert.Equal(
            ["human:2 -CREATED-> aws:arn:aws:iam::111111111111:role/ci#service:lambda.amazonaws.com INFERRED EMAIL_LOCAL_PART USER GRANTED"],
            Given(Of(Account(), new TrailLog()
                .Event("UpdateAssumeRolePolicy", "2024-05-01T00:00:00Z", TrailLog.User("alind"), """{"roleName":"ci","policyDocument":"{}"}""")
                .Event("UpdateAssumeRolePolicy", At, TrailLog.User("bo"), """{"roleName":"ci","policyDocument":"{}"}"""))).Where(line => line.StartsWith("human", StringComparison.Ordinal)));

    [Fact]
    public void Of_several_who_attached_it_the_last_one_counts_and_each_holder_by_itself()
    {
        string To(string user) => $$"""{"userName":"{{user}}","policyArn":"{{Administrator}}"}""";
        Estate estate = Of(Account().User("second", attached: [Administrator]), new TrailLog()
            .Event("AttachUserPolicy", "2024-05-01T00:00:00Z", TrailLog.User("alind"), To("robot"))
            .Event("AttachUserPolicy", At, TrailLog.User("bo@acme.example"), To("robot"))
            .Event("AttachUserPolicy", At, TrailLog.User("bo@acme.example"), To("second")));
        Assert.Equal([$"human:2 -CREATED-> {Administer} DECLARED EMAIL USER GRANTED"], Given(estate).Where(line => line.StartsWith("human", StringComparison.Ordinal)));
        Assert.Equal(2, estate.Made.SelectMany(scope => scope.Edges).Single(edge => edge.Edge.Kind == EdgeKind.Created && edge.Edge.From == "human:2").Alternatives.Length);
    }

    [Theory]
    [InlineData("AttachUserPolicy", At, """{"userName":"robot","policyArn":"arn:aws:iam::aws:policy/ReadOnlyAccess"}""")]
    [InlineData("AttachUserPolicy", "2023-12-01T00:00:00Z", """{"userName":"robot","policyArn":"arn:aws:iam::aws:policy/AdministratorAccess"}""")]
    [InlineData("AttachUserPolicy", At, """{"userName":"gone","policyArn":"arn:aws:iam::aws:policy/AdministratorAccess"}""")]
    [InlineData("AttachUserPolicy", At, """{"userName":"robot"}""")]
    [InlineData("AttachRolePolicy", At, """{"roleName":"robot","policyArn":"arn:aws:iam::aws:policy/AdministratorAccess"}""")]
    [InlineData("PutUserPolicy", At, """{"userName":"robot","policyName":"other"}""")]
    [InlineData("AddUserToGroup", At, """{"userName":"robot","groupName":"senders"}""")]
    [InlineData("UpdateAssumeRolePolicy", At, """{"roleName":"gone"}""")]
    public void What_is_not_there_any_more_or_happened_to_another_of_that_name_nobody_gave(string name, string time, string request) =>
        Assert.Empty(Given(Of(Account(), new TrailLog().Event(name, time, TrailLog.User("alind"), request))));

    [Fact]
    public void Nobody_is_taken_for_the_maker_of_the_principal_by_it()
    {
        Estate estate = Of(Account(), new TrailLog().CreateUser("robot", "2024-01-01T00:00:00Z", TrailLog.User("bo")).Event("AttachUserPolicy", At, TrailLog.User("alind"), $$"""{"userName":"robot","policyArn":"{{Administrator}}"}"""));
        Assert.Equal(["human:2"], estate.Edges.Where(edge => edge.Kind == EdgeKind.Created && edge.To.EndsWith("user/robot", StringComparison.Ordinal) && edge.From.StartsWith("human", StringComparison.Ordinal)).Select(edge => edge.From));
    }

    private static TestAccount Account() => new TestAccount().Policy(Administrator, Everything)
        .User("robot", [Queues], attached: [Administrator]).Role("ci", TestAccount.LambdaTrust, [Queues], [Administrator]).Group("senders", Queues).User("member", groups: ["senders"]);

    private static string[] Given(Estate estate) => [.. estate.Lines(EdgeKind.Created).Where(line => line.EndsWith("GRANTED", StringComparison.Ordinal))];

    private static Estate Of(TestAccount account, TrailLog log) => new Estate().Hr(Hr).Account(account).Trail(log);
}
