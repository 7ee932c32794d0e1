using System.Collections.Immutable;
using System.Text.Json;
using NhiGraph.Loaders.Aws.Policy;

namespace NhiGraph.Loaders.Tests.Aws.Derive.CrossAccount;

/// <summary>Two or three accounts by chance, in one organisation, two or none, whose roles and resources let in each other's principals by name, by account or as anybody. It knows every policy as a request has it.</summary>
internal sealed class RandomEstate
{
    private static readonly string[] Ids = ["111111111111", "222222222222", "333333333333"];

    private static readonly string[] Actions = ["*", "sqs:*", "sqs:SendMessage", "sqs:Rec*", "secretsmanager:*", "secretsmanager:GetSecretValue", "s3:*", "s3:GetObject", "s3:Get*", "s3:PutObject", "s3:List*", "kms:*", "kms:Decrypt", "sts:AssumeRole", "sts:*", "*:Get*", "iam:PassRole", "*", "*", "sts:AssumeRole"];

    private static readonly string[] Conditions = ["\"Bool\":{\"aws:MultiFactorAuthPresent\":\"true\"}", "\"IpAddress\":{\"aws:SourceIp\":\"10.0.0.0/8\"}", "\"DateLessThan\":{\"aws:CurrentTime\":\"2030-01-01T00:00:00Z\"}", "\"DateLessThan\":{\"aws:CurrentTime\":\"2020-01-01T00:00:00Z\"}"];

    /// <summary>What follows from who asks.</summary>
    private static readonly string[] HolderConditions = ["\"StringEquals\":{\"aws:PrincipalOrgID\":\"o-1\"}", "\"StringNotEquals\":{\"aws:PrincipalOrgID\":\"o-1\"}", "\"StringEquals\":{\"aws:PrincipalAccount\":[\"111111111111\",\"222222222222\"]}", "\"StringNotEquals\":{\"aws:PrincipalAccount\":\"111111111111\"}",
        "\"ArnLike\":{\"aws:PrincipalArn\":\"arn:aws:iam::*:*/a*\"}", "\"StringEquals\":{\"aws:PrincipalTag/team\":\"a\"}", "\"StringNotEqualsIfExists\":{\"aws:PrincipalTag/team\":\"a\"}"];

    private readonly Random random;
    private readonly bool conditions;
    private readonly string[] ids, patterns;

    internal RandomEstate(int seed, bool conditions)
    {
        (random, this.conditions) = (new Random(seed), conditions);
        ids = Ids[..(2 + random.Next(2))];
        patterns = ["*", "*", "arn:aws:sqs:*:*:j*", "arn:aws:s3:::*/logs/*", "arn:aws:s3:::data-*", "arn:aws:iam::*:role/app-*", "arn:aws:*", "*", "*", "*", "*", .. ids.SelectMany(id => (string[])[$"arn:aws:sqs:*:{id}:*", Queue(id), $"{Bucket(id)}", $"{Bucket(id)}/*", $"{Bucket(id)}/logs/*", $"arn:aws:secretsmanager:*:{id}:secret:prod/*", $"arn:aws:kms:*:{id}:key/*", $"arn:aws:iam::{id}:role/*"])];
        string?[] organizations = random.Next(3) switch { 0 => [null, null, null], 1 => ["o-1", "o-1", "o-2"], _ => ["o-1", "o-1", null] };
        Members = [.. ids.Select((id, i) => Make(id, organizations[i]))];
    }

    internal ImmutableArray<Member> Members { get; }

    /// <summary>For a message.</summary>
    internal string Text => string.Join('\n', Members.Select(member => $"{member.Id}\n{member.Account.Text}"));

    internal static string Queue(string id) => $"arn:aws:sqs:eu-west-1:{id}:jobs";

    internal static string Bucket(string id) => $"arn:aws:s3:::data-{id[0]}";

    internal static string Secret(string id) => $"arn:aws:secretsmanager:eu-west-1:{id}:secret:prod/db-AbCdEf";

    internal static string Key(string id) => $"arn:aws:kms:eu-west-1:{id}:key/k-1";

    /// <param name="Policies">Of each resource whose policy was read; null for one that has none.</param>
    /// <param name="Encrypts">The bucket encrypts with the key.</param>
    internal sealed record Member(string Id, TestAccount Account, string? Organization, ImmutableArray<ImmutableArray<NamedPolicy>> ServiceControl, ImmutableArray<ImmutableArray<NamedPolicy>> ResourceControl, ImmutableArray<Holder> Principals, Dictionary<string, NamedPolicy?> Policies, bool Encrypts);

    /// <param name="Trust">A role's trust policy.</param>
    internal sealed record Holder(string Arn, ImmutableArray<NamedPolicy> Policies, ImmutableArray<NamedPolicy> Boundaries, NamedPolicy? Trust, IReadOnlyDictionary<string, string> Tags)
    {
        internal RequestPrincipal Caller { get; } = RequestPrincipal.Parse(Arn)!;
    }

    private Member Make(string id, string? organization)
    {
        var account = new TestAccount(id);
        ImmutableArray<ImmutableArray<NamedPolicy>> serviceControl = [], resourceControl = [];
        if (organization is not null)
        {
            string[][] service = [[.. Statements(1, 3), """{"Effect":"Allow","Action":"*","Resource":"*"}"""]], control = [random.Next(3) == 0 ? [Controlling()] : []];
            serviceControl = [.. service.Select(level => ImmutableArray.Create(Policy(Document(level), AwsPolicyKind.Scp)))];
            resourceControl = [.. control.Select(level => ImmutableArray.Create(Policy(Document(level), AwsPolicyKind.Rcp), Policy("""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}}""", AwsPolicyKind.Rcp)))];
            account.Organization(service, control, organization);
        }

        string boundary = account.Arn("policy/b"), within = Document(Statements(2, 9));
        account.Policy(boundary, [.. JsonElement.Parse(within).GetProperty("Statement").EnumerateArray().Select(statement => statement.GetRawText())]);
        var principals = ImmutableArray.CreateBuilder<Holder>();
        string[] group = Statements(2, 8);
        account.Group("g", group);
        foreach (string name in (string[])["ann", "bob"])
        {
            string[] own = [.. Statements(2, 9), .. Statements(1, 7)];
            bool member = random.Next(3) == 0, bound = random.Next(4) == 0;
            string? team = Team();
            account.User(name, own, member ? ["g"] : [], boundary: bound ? boundary : null, tags: Tag(team));
            principals.Add(new(account.Arn("user/" + name), Policies(own, member ? group : []), bound ? [Policy(within, AwsPolicyKind.Boundary)] : [], null, Tags(team)));
        }

        foreach (string name in (string[])["app-1", "ops-1"])
        {
            string[] own = [.. Statements(2, 9), .. Statements(2, 7)], trusts = [.. Enumerable.Range(0, 1 + random.Next(3)).Select(_ => Trust())];
            bool bound = random.Next(4) == 0;
            string? team = Team();
            account.Role(name, string.Join(',', trusts), own, boundary: bound ? boundary : null, tags: Tag(team));
            principals.Add(new(account.Arn("role/" + name), Policies(own), bound ? [Policy(within, AwsPolicyKind.Boundary)] : [], Policy(Document(trusts), AwsPolicyKind.Resource), Tags(team)));
        }

        var policies = new Dictionary<string, NamedPolicy?>(StringComparer.Ordinal);
        foreach (string arn in (string[])[Queue(id), Bucket(id), Secret(id), Key(id)])
        {
            account.Listed(arn);
            if (random.Next(8) > 0)
            {
                string[] statements = [.. Enumerable.Range(0, random.Next(5)).Select(_ => OfResource(arn, id))];
                account.ResourcePolicy(arn, statements);
                policies.Add(arn, statements.Length == 0 ? null : Policy(Document(statements), AwsPolicyKind.Resource));
            }
        }

        bool encrypts = random.Next(3) == 0;
        account = encrypts ? account.Encrypts(Bucket(id), Key(id)) : account;
        account.PublicAccessBlock(Bucket(id), false).PublicAccessBlock(id, false);
        return new(id, account, organization, serviceControl, resourceControl, principals.ToImmutable(), policies, encrypts);
    }

    private static ImmutableArray<NamedPolicy> Policies(params string[][] inline) => [.. inline.Where(statements => statements.Length > 0).Select(statements => Policy(Document(statements), AwsPolicyKind.Identity))];

    private static NamedPolicy Policy(string document, AwsPolicyKind role) => new("p", CompiledPolicy.Compile(PolicyParser.Parse(JsonElement.Parse(document)), role));

    private static string Document(string[] statements) => $$"""{"Version":"2012-10-17","Statement":[{{string.Join(',', statements)}}]}""";

    private string[] Statements(int most, int allows) => [.. Enumerable.Range(0, random.Next(most + 1)).Select(_ =>
        $$"""{"Effect":"{{(random.Next(10) < allows ? "Allow" : "Deny")}}","{{(random.Next(8) == 0 ? "NotAction" : "Action")}}":{{Pick(Actions)}},"{{(random.Next(8) == 0 ? "NotResource" : "Resource")}}":{{Pick(patterns)}}{{Condition()}}}""")];

    private string Controlling() =>
        $$"""{"Effect":"Deny","Principal":"*","Action":{{Pick(["s3:*", "s3:GetObject", "sqs:*", "*", "kms:Decrypt", "sts:AssumeRole"])}},"Resource":{{Pick(["*", "*", "arn:aws:s3:::*/logs/*", "arn:aws:sqs:*:*:j*", "arn:aws:iam::*:role/app-*"])}}{{Condition()}}}""";

    private string OfResource(string arn, string id)
    {
        string service = arn.Split(':')[2];
        string[] named = service switch { "sqs" => ["sqs:*", "sqs:SendMessage", "sqs:ReceiveMessage"], "s3" => ["s3:*", "s3:GetObject", "s3:PutObject", "s3:List*"], "kms" => ["kms:*", "kms:Decrypt", "kms:Encrypt"], _ => ["secretsmanager:*", "secretsmanager:GetSecretValue"] };
        string[] over = service == "s3" ? [arn, arn + "/*", arn + "/logs/*", arn + "*"] : [arn, "*"];
        bool allow = random.Next(10) < 8;
        string who = !allow && random.Next(8) == 0 ? "NotPrincipal" : "Principal";
        return $$"""{"Effect":"{{(allow ? "Allow" : "Deny")}}","{{who}}":{{Who(id)}},"{{(random.Next(10) == 0 ? "NotAction" : "Action")}}":{{Pick(named)}},"Resource":{{Pick(over)}}{{Condition()}}}""";
    }

    private string Trust() => $$"""{"Effect":"{{(random.Next(8) == 0 ? "Deny" : "Allow")}}","Principal":{{Named()}},"Action":"sts:AssumeRole"{{Condition()}}}""";

    private string Who(string id) => random.Next(12) switch
    {
        0 => "\"*\"",
        1 => $"{{\"AWS\":\"arn:aws:sts::{ids[random.Next(ids.Length)]}:assumed-role/app-1/s-1\"}}",
        2 => $"{{\"AWS\":\"{id}\"}}",
        _ => Named(),
    };

    private string Named()
    {
        string id = ids[random.Next(ids.Length)], other = ids[random.Next(ids.Length)];
        return random.Next(5) switch
        {
            0 => $"{{\"AWS\":\"arn:aws:iam::{id}:root\"}}",
            1 => $"{{\"AWS\":[\"arn:aws:iam::{id}:user/ann\",\"arn:aws:iam::{other}:role/ops-1\"]}}",
            2 => $"{{\"AWS\":[\"arn:aws:iam::{id}:role/app-1\",\"arn:aws:iam::{other}:user/gone\"]}}",
            3 => $"{{\"AWS\":[\"arn:aws:iam::{id}:user/bob\",\"{other}\"]}}",
            _ => $"{{\"AWS\":[\"arn:aws:iam::{id}:user/bob\",\"arn:aws:iam::{other}:user/ann\"]}}",
        };
    }

    private string? Team() => random.Next(3) switch { 0 => null, 1 => "a", _ => "b" };

    private static string? Tag(string? team) => team is null ? null : $$"""{"Key":"team","Value":"{{team}}"}""";

    private static Dictionary<string, string> Tags(string? team) => team is null ? new(StringComparer.OrdinalIgnoreCase) : new(StringComparer.OrdinalIgnoreCase) { ["team"] = team };

    private string Condition()
    {
        string[] all = [.. new[] { conditions && random.Next(4) == 0 ? Conditions[random.Next(Conditions.Length)] : "", random.Next(7) == 0 ? HolderConditions[random.Next(HolderConditions.Length)] : "" }.Where(text => text.Length > 0)];
        return all.Length == 0 ? "" : $",\"Condition\":{{{string.Join(',', all)}}}";
    }

    private string Pick(string[] from) => JsonSerializer.Serialize(Enumerable.Range(0, 1 + random.Next(3)).Select(_ => from[random.Next(from.Length)]).Distinct());
}
