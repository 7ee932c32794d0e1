using System.Collections.Immutable;
using System.Text.Json;
using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Aws.Policy;

namespace NhiGraph.Loaders.Tests.Aws.Derive;

/// <summary>A small account by chance: users in groups, roles that trust, managed and inline policies, boundaries, with or without conditions. It knows each principal's policies as a request has them.</summary>
internal sealed class RandomAccount
{
    internal const string Id = "111111111111";

    private static readonly string[] Actions = ["*", "sqs:*", "sqs:SendMessage", "sqs:Rec*", "secretsmanager:*", "secretsmanager:GetSecretValue", "s3:*", "s3:GetObject", "s3:PutObject", "s3:List*", "iam:*", "iam:PassRole", "iam:Create*", "sts:AssumeRole", "sts:*", "*:Get*"];

    private static readonly string[] Patterns = ["*", "*", $"arn:aws:sqs:*:{Id}:*", $"arn:aws:sqs:eu-west-1:{Id}:jobs", "arn:aws:sqs:*:*:j*", "arn:aws:sqs:*:*:*s", $"arn:aws:secretsmanager:*:{Id}:secret:prod/*", "arn:aws:secretsmanager:*:*:secret:*/db-??????",
        "arn:aws:s3:::data", "arn:aws:s3:::data/*", "arn:aws:s3:::data/logs/*", "arn:aws:s3:::*/logs/*", $"arn:aws:iam::{Id}:role/*", $"arn:aws:iam::{Id}:role/app-*", $"arn:aws:iam::{Id}:role/*-1", $"arn:aws:iam::{Id}:user/${{aws:username}}", "arn:aws:s3:::data/${aws:PrincipalTag/team, 'logs'}/*", "arn:aws:*"];

    private static readonly string[] Conditions = ["\"Bool\":{\"aws:MultiFactorAuthPresent\":\"true\"}", "\"IpAddress\":{\"aws:SourceIp\":\"10.0.0.0/8\"}", "\"DateLessThan\":{\"aws:CurrentTime\":\"2030-01-01T00:00:00Z\"}",
        "\"DateGreaterThan\":{\"aws:CurrentTime\":\"2025-01-01T00:00:00Z\"}", "\"DateLessThan\":{\"aws:CurrentTime\":\"2020-01-01T00:00:00Z\"}", "\"DateGreaterThan\":{\"aws:CurrentTime\":\"2020-01-01T00:00:00Z\"},\"DateLessThan\":{\"aws:CurrentTime\":\"2028-01-01T00:00:00Z\"}"];

    /// <summary>What follows from who asks: decided whatever is unknown.</summary>
    private static readonly string[] HolderConditions = [$"\"ArnLike\":{{\"aws:PrincipalArn\":\"arn:aws:iam::{Id}:*/a*\"}}", $"\"ArnNotLike\":{{\"aws:PrincipalArn\":[\"arn:aws:iam::*:role/app-1\",\"arn:aws:iam::{Id}:user/bob\"]}}", $"\"StringEquals\":{{\"aws:PrincipalAccount\":\"{Id}\"}}",
        "\"StringEquals\":{\"aws:PrincipalAccount\":\"222222222222\"}", "\"StringEquals\":{\"aws:PrincipalTag/team\":\"a\"}", "\"StringNotEquals\":{\"aws:PrincipalTag/team\":[\"a\",\"c\"]}", "\"Null\":{\"aws:PrincipalTag/team\":\"true\"}", "\"StringNotLike\":{\"aws:username\":\"a*\"}"];

    /// <summary>What is asked for.</summary>
    internal static readonly ImmutableArray<string> Resources = [$"arn:aws:sqs:eu-west-1:{Id}:jobs", $"arn:aws:sqs:us-east-1:{Id}:mail", $"arn:aws:secretsmanager:eu-west-1:{Id}:secret:prod/db-AbCdEf", "arn:aws:s3:::data"];

    private readonly Random random;
    private readonly bool conditions;

    internal RandomAccount(int seed, bool conditions)
    {
        (random, this.conditions) = (new Random(seed), conditions);
        foreach (string arn in Resources)
        {
            Account.Listed(arn);
        }

        var managed = new Dictionary<string, string>();
        foreach (string name in (string[])["m1", "m2", "b1", "b2"])
        {
            string[] statements = Statements(3, name[0] == 'b' ? 9 : 7);
            managed.Add(Account.Arn("policy/" + name), Document(statements));
            Account.Policy(Account.Arn("policy/" + name), statements);
        }

        if (random.Next(2) == 0)
        {
            // From the root down; a level that allows nothing leaves nothing to compare.
            string[][] levels = [.. Enumerable.Range(0, 1 + random.Next(2)).Select(_ => Statements(2, 5).Append(random.Next(3) > 0 ? """{"Effect":"Allow","Action":"*","Resource":"*"}""" : Statement(9)).ToArray())];
            ServiceControl = [.. levels.Select(level => ImmutableArray.Create(Policy(Document(level), PolicyRole.Scp)))];
            Account.Organization(levels);
        }

        string? Boundary() => random.Next(3) == 0 ? Account.Arn(random.Next(2) == 0 ? "policy/b1" : "policy/b2") : null;
        string[] Attached() => random.Next(3) == 0 ? [Account.Arn(random.Next(2) == 0 ? "policy/m1" : "policy/m2")] : [];
        var groups = new Dictionary<string, string[]> { ["g1"] = Statements(2, 7), ["g2"] = Statements(2, 7) };
        foreach ((string name, string[] statements) in groups)
        {
            Account.Group(name, statements);
        }

        foreach (string name in (string[])["ann", "bob"])
        {
            string[] own = Statements(2, 7), of = [.. groups.Keys.Where(_ => random.Next(2) == 0)], attached = Attached();
            string? boundary = Boundary();
            string? team = Team();
            Account.User(name, own, of, attached, boundary, Tag(team));
            Principals.Add(new(Account.Arn("user/" + name), Policies([own, .. of.Select(group => groups[group])], attached, managed), boundary is null ? [] : [Policy(managed[boundary], PolicyRole.Boundary)], null, Tags(team)));
        }

        foreach (string name in (string[])["app-1", "app-2", "ops-1"])
        {
            string[] own = Statements(3, 7), attached = Attached();
            string? boundary = Boundary();
            string[] trusts = [.. Enumerable.Range(0, 1 + random.Next(2)).Select(_ => Trust())];
            string trust = string.Join(',', trusts);
            string? team = Team();
            Account.Role(name, trust, own, attached, boundary, tags: Tag(team));
            Principals.Add(new(Account.Arn("role/" + name), Policies([own], attached, managed), boundary is null ? [] : [Policy(managed[boundary], PolicyRole.Boundary)], Policy(Document([trust]), PolicyRole.Resource), trusts.Any(one => one.Contains("\"Allow\"", StringComparison.Ordinal) && one.Contains("\"*\"", StringComparison.Ordinal)) ? null : Tags(team)));
        }
    }

    internal TestAccount Account { get; } = new(Id);

    internal List<Holder> Principals { get; } = [];

    /// <summary>From the root of the organisation down to the account; empty outside of one.</summary>
    internal ImmutableArray<ImmutableArray<NamedPolicy>> ServiceControl { get; } = [];

    /// <param name="Trust">A role's trust policy.</param>
    /// <param name="Tags">Null where its sessions may bring others.</param>
    internal sealed record Holder(string Arn, ImmutableArray<NamedPolicy> Policies, ImmutableArray<NamedPolicy> Boundaries, NamedPolicy? Trust, IReadOnlyDictionary<string, string>? Tags)
    {
        private readonly Dictionary<string, string> about = new(StringComparer.Ordinal);

        /// <summary>Which statements are about an action, one character each.</summary>
        internal string About(string action, ImmutableArray<ImmutableArray<NamedPolicy>> serviceControl) => about.TryGetValue(action, out string? known) ? known
            : about[action] = string.Concat(Policies.Concat(Boundaries).Concat(serviceControl.SelectMany(level => level)).SelectMany(policy => policy.Policy.Statements).Select(statement => statement.IsAbout(action.ToLowerInvariant()) ? '1' : '0'));

        internal bool TrustDenies => Trust is { } trust && trust.Policy.Statements.Any(statement => !statement.IsAllow);
    }

    private static ImmutableArray<NamedPolicy> Policies(IEnumerable<string[]> inline, string[] attached, Dictionary<string, string> managed) =>
        [.. inline.Where(statements => statements.Length > 0).Select(Document).Concat(attached.Select(arn => managed[arn])).Select(document => Policy(document, PolicyRole.Identity))];

    private static NamedPolicy Policy(string document, PolicyRole role) => new("p", CompiledPolicy.Compile(PolicyParser.Parse(JsonElement.Parse(document)), role));

    private static string Document(string[] statements) => $$"""{"Version":"2012-10-17","Statement":[{{string.Join(',', statements)}}]}""";

    private string[] Statements(int most, int allows) => [.. Enumerable.Range(0, random.Next(most + 1)).Select(_ => Statement(allows))];

    private string Statement(int allows) =>
        $$"""{"Effect":"{{(random.Next(10) < allows ? "Allow" : "Deny")}}","{{(random.Next(6) == 0 ? "NotAction" : "Action")}}":{{Pick(Actions)}},"{{(random.Next(6) == 0 ? "NotResource" : "Resource")}}":{{Pick(Patterns)}}{{Condition(identity: true)}}}""";

    private string Trust()
    {
        string principal = random.Next(5) switch
        {
            0 => "\"Service\":\"lambda.amazonaws.com\"",
            1 => $"\"AWS\":\"{Id}\"",
            2 => $"\"AWS\":\"arn:aws:iam::{Id}:user/{(random.Next(2) == 0 ? "ann" : "bob")}\"",
            3 => $"\"AWS\":[\"arn:aws:iam::{Id}:role/app-1\",\"arn:aws:iam::{Id}:role/ops-1\"]",
            _ => $"\"AWS\":\"arn:aws:iam::{Id}:root\"",
        };
        return $$"""{"Effect":"{{(random.Next(6) == 0 ? "Deny" : "Allow")}}","Principal":{{{principal}}},"Action":"{{(random.Next(4) == 0 ? "*" : "sts:AssumeRole")}}"{{Condition()}}}""";
    }

    private string? Team() => random.Next(3) switch { 0 => null, 1 => "a", _ => "b" };

    private static string? Tag(string? team) => team is null ? null : $$"""{"Key":"team","Value":"{{team}}"}""";

    private static Dictionary<string, string> Tags(string? team) => team is null ? new(StringComparer.OrdinalIgnoreCase) : new(StringComparer.OrdinalIgnoreCase) { ["team"] = team };

    private string OnHolder() => random.Next(8) == 0 ? HolderConditions[random.Next(HolderConditions.Length)] : "";

    private string Condition(bool identity = false)
    {
        string[] all = [.. new[] { conditions && random.Next(3) == 0 ? Conditions[random.Next(Conditions.Length)] : "", identity ? OnHolder() : "" }.Where(text => text.Length > 0)];
        return all.Length == 0 ? "" : $",\"Condition\":{{{string.Join(',', all)}}}";
    }

    private string Pick(string[] from) => JsonSerializer.Serialize(Enumerable.Range(0, 1 + random.Next(3)).Select(_ => from[random.Next(from.Length)]).Distinct());
}
