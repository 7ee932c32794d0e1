using System.Collections.Immutable;
using NhiGraph.Loaders.Aws;
using NhiGraph.Loaders.Aws.Access;
using NhiGraph.Loaders.Aws.Policy;
using NhiGraph.Loaders.Tests.Aws.Derive;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Loaders.Tests.Aws.Access;

/// <summary>Single requests decided by stored facts.</summary>
public sealed class AwsAccessTests
{
    private const string Everything = """{"Effect":"Allow","Action":"*","Resource":"*"}""";

    private static readonly DateTimeOffset At = new(2026, 6, 1, 0, 0, 0, TimeSpan.Zero);

    private static async Task<AwsAccessAnswer?> AskAsync(TestAccount account, string principal, string action, string resource, params (string Key, string Value)[] context)
    {
        ImmutableArray<Fact> facts = account.Facts().Facts;
        var access = new AwsAccess((scope, dataset) => facts.Where(fact => fact.Id.Scope == scope && fact.Id.Dataset == dataset).ToAsyncEnumerable());
        return await access.AskAsync(new(account.Arn(principal), action, resource, [.. context.Select(one => KeyValuePair.Create(one.Key, ImmutableArray.Create(one.Value)))], At), TestContext.Current.CancellationToken);
    }

    private static async Task ExpectAsync(AwsDecision decision, string because, TestAccount account, string principal, string action, string resource, params (string Key, string Value)[] context)
    {
        AwsAccessAnswer? answer = await AskAsync(account, principal, action, resource, context);
        Assert.Equal((decision, because), (answer!.Decision, answer.Statement));
    }

    [Fact]
    public async Task A_boundary_a_service_control_policy_and_a_conditional_Deny_are_named_as_what_stops_it()
    {
        TestAccount account = new TestAccount()
            .Policy("arn:aws:iam::111111111111:policy/only-s3", """{"Effect":"Allow","Action":"s3:*","Resource":"*"}""")
            .User("held", [Everything], boundary: "arn:aws:iam::111111111111:policy/only-s3")
            .User("free", [Everything, """{"Sid":"Office","Effect":"Deny","Action":"sqs:*","Resource":"*","Condition":{"NotIpAddress":{"aws:SourceIp":"10.0.0.0/8"}}}"""])
            .Organization([Everything], [Everything, """{"Sid":"Keep","Effect":"Deny","Action":"s3:DeleteBucket","Resource":"*"}"""]);
        await ExpectAsync(AwsDecision.ImplicitlyDenied, "held may not do sqs:SendMessage on arn:aws:sqs:eu-west-1:111111111111:jobs: the permissions boundary does not allow sqs:SendMessage on arn:aws:sqs:eu-west-1:111111111111:jobs.", account, "user/held", "sqs:SendMessage", "arn:aws:sqs:eu-west-1:111111111111:jobs");
        await ExpectAsync(AwsDecision.ExplicitlyDenied, "free may not do s3:DeleteBucket on arn:aws:s3:::data: it is denied by the service control policy scp-1 (p-1) on level-1, statement 2 (Sid Keep).", account, "user/free", "s3:DeleteBucket", "arn:aws:s3:::data");
        await ExpectAsync(AwsDecision.Conditional, "free may do sqs:SendMessage on arn:aws:sqs:eu-west-1:111111111111:jobs if aws:SourceIp is in 10.0.0.0/8.", account, "user/free", "sqs:SendMessage", "arn:aws:sqs:eu-west-1:111111111111:jobs");
        await ExpectAsync(AwsDecision.ExplicitlyDenied, "free may not do sqs:SendMessage on arn:aws:sqs:eu-west-1:111111111111:jobs: it is denied by the policy inline of free, statement 2 (Sid Office).", account, "user/free", "sqs:SendMessage", "arn:aws:sqs:eu-west-1:111111111111:jobs", ("aws:SourceIp", "192.0.2.1"));
    }

    [Fact]
    public async Task A_group_gives_and_denies()
    {
        TestAccount account = new TestAccount().Group("g", """{"Effect":"Allow","Action":"s3:Get*","Resource":"*"}""", """{"Sid":"No","Effect":"Deny","Action":"s3:GetObject","Resource":"arn:aws:s3:::data/pii/*"}""").User("ann", groups: ["g"]);
        Assert.Equal(AwsDecision.Allowed, (await AskAsync(account, "user/ann", "s3:GetObject", "arn:aws:s3:::data/x"))!.Decision);
        AwsDecidingStatement by = Assert.Single((await AskAsync(account, "user/ann", "s3:getobject", "arn:aws:s3:::data/pii/x"))!.DecidedBy);
        Assert.Equal(new("inline of g", AwsPolicyKind.Identity, 1, "No", null), by);
    }

    [Fact]
    public async Task A_role_is_assumed_only_where_its_trust_policy_lets_in()
    {
        TestAccount account = new TestAccount().User("ann", [Everything]).User("bob").Role("open", """{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111111111111:user/bob"},"Action":"sts:AssumeRole"}""");
        Assert.Equal(AwsDecision.ImplicitlyDenied, (await AskAsync(account, "user/ann", "sts:AssumeRole", account.Arn("role/open")))!.Decision);
        Assert.Equal(AwsDecision.Allowed, (await AskAsync(account, "user/bob", "sts:AssumeRole", account.Arn("role/open")))!.Decision);
    }

    [Fact]
    public async Task What_was_not_read_is_a_condition_or_an_assumption_and_never_a_denial()
    {
        TestAccount account = new TestAccount().User("ann", attached: ["arn:aws:iam::aws:policy/Gone"]).User("bob", [Everything]);
        AwsAccessAnswer unread = (await AskAsync(account, "user/ann", "sqs:SendMessage", "arn:aws:sqs:eu-west-1:111111111111:jobs"))!;
        Assert.Equal(AwsDecision.Conditional, unread.Decision);
        Assert.Contains("the policy Gone, which was not read, allows it", unread.Statement, StringComparison.Ordinal);
        Assert.Equal(["AWS_ORGANIZATION_POLICIES_NOT_READ", "AWS_RESOURCE_POLICIES_NOT_READ"], unread.Assumptions);
        Assert.Equal(AwsDecision.Conditional, (await AskAsync(account, "user/bob", "kms:Decrypt", "arn:aws:kms:eu-west-1:111111111111:key/1"))!.Decision);
        Assert.Equal(AwsDecision.Conditional, (await AskAsync(account, "user/bob", "sts:AssumeRole", "arn:aws:iam::222222222222:role/other"))!.Decision);
        Assert.Null(await AskAsync(account, "user/nobody", "s3:GetObject", "*"));
    }

    [Fact]
    public async Task A_resources_own_policy_lets_in_denies_and_leaves_a_key_to_the_account()
    {
        const string Queue = "arn:aws:sqs:eu-west-1:111111111111:jobs", Mail = "arn:aws:sqs:eu-west-1:111111111111:mail", Key = "arn:aws:kms:eu-west-1:111111111111:key/k-1", Other = "arn:aws:kms:eu-west-1:111111111111:key/k-2";
        TestAccount account = new TestAccount().User("ann").User("bob", [Everything]).ResourcePolicy(Mail)
            .ResourcePolicy(Queue, """{"Sid":"Ann","Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111111111111:user/ann"},"Action":"sqs:SendMessage","Resource":"*"}""", """{"Sid":"NotBob","Effect":"Deny","Principal":{"AWS":"arn:aws:iam::111111111111:user/bob"},"Action":"sqs:*","Resource":"*"}""")
            .ResourcePolicy(Key, """{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111111111111:root"},"Action":"kms:*","Resource":"*"}""")
            .ResourcePolicy(Other, """{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111111111111:user/ann"},"Action":"kms:*","Resource":"*"}""");
        await ExpectAsync(AwsDecision.Allowed, $"ann may do sqs:SendMessage on {Queue}: the resource's policy {Queue}, statement 1 (Sid Ann).", account, "user/ann", "sqs:SendMessage", Queue);
        await ExpectAsync(AwsDecision.ExplicitlyDenied, $"bob may not do sqs:SendMessage on {Queue}: it is denied by the resource's policy {Queue}, statement 2 (Sid NotBob).", account, "user/bob", "sqs:SendMessage", Queue);
        Assert.Equal(AwsDecision.Allowed, (await AskAsync(account, "user/bob", "kms:Decrypt", Key))!.Decision);
        Assert.Equal(AwsDecision.ImplicitlyDenied, (await AskAsync(account, "user/bob", "kms:Decrypt", Other))!.Decision);
        Assert.Equal(["AWS_ORGANIZATION_POLICIES_NOT_READ"], (await AskAsync(account, "user/bob", "sqs:SendMessage", Mail))!.Assumptions);
    }

    [Fact]
    public async Task An_object_that_is_encrypted_with_a_key_is_read_by_whom_the_key_lets_decrypt()
    {
        const string Bucket = "arn:aws:s3:::data", Object = "arn:aws:s3:::data/x", Key = "arn:aws:kms:eu-west-1:111111111111:key/k-1";
        TestAccount account = new TestAccount().User("ann", ["""{"Sid":"Both","Effect":"Allow","Action":["s3:GetObject","kms:Decrypt"],"Resource":"*"}"""]).User("bob", ["""{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}"""]).User("eve", ["""{"Effect":"Allow","Action":"kms:*","Resource":"*"}"""])
            .User("vpn", ["""{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}""", """{"Effect":"Allow","Action":"kms:Decrypt","Resource":"*","Condition":{"IpAddress":{"aws:SourceIp":"10.0.0.0/8"}}}"""])
            .ResourcePolicy(Bucket).ResourcePolicy(Key, """{"Sid":"Leave","Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111111111111:root"},"Action":"kms:*","Resource":"*"}""").Encrypts(Bucket, Key);
        await ExpectAsync(AwsDecision.Allowed, $"ann may do s3:GetObject on {Object}: the policy inline of ann, statement 1 (Sid Both); the resource's policy {Key}, statement 1 (Sid Leave).", account, "user/ann", "s3:GetObject", Object);
        await ExpectAsync(AwsDecision.Conditional, $"bob may do s3:GetObject on {Object} if the object is not encrypted with {Key}, with which the caller may not decrypt.", account, "user/bob", "s3:GetObject", Object);
        AwsAccessAnswer vpn = (await AskAsync(account, "user/vpn", "s3:GetObject", Object))!;
        Assert.Equal((AwsDecision.Conditional, 2), (vpn.Decision, Assert.Single(vpn.Conditions).AnyOf.Length));
        Assert.Equal(AwsDecision.Allowed, (await AskAsync(account, "user/vpn", "s3:GetObject", Object, ("aws:SourceIp", "10.1.2.3")))!.Decision);
        Assert.Equal(AwsDecision.ImplicitlyDenied, (await AskAsync(account, "user/eve", "s3:GetObject", Object))!.Decision);
        Assert.Equal(AwsDecision.Allowed, (await AskAsync(account, "user/bob", "s3:GetObject", "arn:aws:s3:::other/x"))!.Decision);
        Assert.Contains((await AskAsync(account, "user/bob", "s3:GetObject", Object))!.DecidedBy, by => by.Reason?.Contains("kms:Decrypt", StringComparison.Ordinal) == true);
    }

    [Theory]
    [InlineData("sqs:SendMessage", "arn:aws:sqs:eu-west-1:111111111111:jobs", AwsDecision.Allowed)]
    [InlineData("sqs:SendMessage", "arn:aws:sqs:us-east-1:111111111111:jobs", AwsDecision.ExplicitlyDenied)]
    [InlineData("iam:CreateUser", "arn:aws:iam::111111111111:user/x", AwsDecision.ExplicitlyDenied)]
    [InlineData("s3:GetObject", "arn:aws:s3:::data/x", AwsDecision.Conditional)]
    public async Task The_region_is_that_of_the_resource_or_of_the_services_single_endpoint(string action, string resource, AwsDecision decision)
    {
        TestAccount account = new TestAccount().User("ann", [Everything, """{"Effect":"Deny","Action":"*","Resource":"*","Condition":{"StringNotEquals":{"aws:RequestedRegion":"eu-west-1"}}}"""]);
        Assert.Equal(decision, (await AskAsync(account, "user/ann", action, resource))!.Decision);
    }

    [Fact]
    public async Task Tags_of_principal_and_resource_are_told_by_the_facts()
    {
        TestAccount account = new TestAccount().User("ann", ["""{"Effect":"Allow","Action":"sqs:*","Resource":"*","Condition":{"StringEquals":{"aws:ResourceTag/team":"${aws:PrincipalTag/team}"}}}"""], tags: """{"Key":"team","Value":"a"}""")
            .Listed("arn:aws:sqs:eu-west-1:111111111111:ours", """{"Key":"team","Value":"a"}""").Listed("arn:aws:sqs:eu-west-1:111111111111:theirs", """{"Key":"team","Value":"b"}""");
        Assert.Equal(AwsDecision.Allowed, (await AskAsync(account, "user/ann", "sqs:SendMessage", "arn:aws:sqs:eu-west-1:111111111111:ours"))!.Decision);
        Assert.Equal(AwsDecision.ImplicitlyDenied, (await AskAsync(account, "user/ann", "sqs:SendMessage", "arn:aws:sqs:eu-west-1:111111111111:theirs"))!.Decision);
        Assert.Equal(AwsDecision.Conditional, (await AskAsync(account, "user/ann", "sqs:SendMessage", "arn:aws:sqs:eu-west-1:111111111111:unlisted"))!.Decision);
    }

    [Theory]
    [InlineData("group/g", "s3:GetObject", "*")]
    [InlineData("user/ann", "s3:*", "*")]
    [InlineData("user/ann", "GetObject", "*")]
    [InlineData("user/ann", "s3:GetObject", "data")]
    public async Task A_malformed_question_is_refused(string principal, string action, string resource) =>
        await Assert.ThrowsAsync<AwsAccessFaultException>(async () => await AskAsync(new TestAccount().User("ann"), principal, action, resource));
}
