using System.Collections.Immutable;
using System.Text.Json;
using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Aws.Policy;

namespace NhiGraph.Loaders.Tests.Aws.Derive;

/// <summary>A small account by chance: users in groups, roles that trust, managed and inline policies, boundaries, with or without conditions and policies of resources. It knows each principal's policies as a request has them.</summary>
internal sealed class RandomAccount
{
    internal const string Id = "111111111111";

    private static readonly string[] Actions = ["*", "sqs:*", "sqs:SendMessage", "sqs:Rec*", "secretsmanager:*", "secretsmanager:GetSecretValue", "s3:*", "s3:GetObject", "s3:PutObject", "s3:List*", "iam:*", "iam:PassRole", "iam:Create*", "sts:AssumeRole", "sts:*", "*:Get*"];

    private static readonly string[] Patterns = ["*", "*", $"arn:aws:sqs:*:{Id}:*", $"arn:aws:sqs:eu-west-1:{Id}:jobs", "arn:aws:sqs:*:*:j*", "arn:aws:sqs:*:*:*s", $"arn:aws:secretsmanager:*:{Id}:secret:prod/*", "arn:aws:secretsmanager:*:*:secret:*/db-??????",
        "arn:aws:s3:::data", "arn:aws:s3:::data/*", "arn:aws:s3:::data/logs/*", "arn:aws:s3:::*/logs/*", $"arn:aws:iam::{Id}:role/*", $"arn:aws:iam::{Id}:role/app-*", $"arn:aws:iam::{Id}:role/*-1", $"arn:aws:iam::{Id}:user/${{aws:username}}", "arn:aws:s3:::data/${aws:PrincipalTag/team, 'logs'}/*", "arn:aws:*"];

    private static readonly string[] Conditions = ["\"Bool\":{\"aws:MultiFactorAuthPresent\":\"true\"}", "\"IpAddress\":{\"aws:SourceIp\":\"10.0.0.0/8\"}", "\"Bool\":{\"aws:SecureTransport\":\"false\"}", "\"Bool\":{\"aws:SecureTransport\":\"true\"}", "\"DateLessThan\":{\"aws:CurrentTime\":\"2030-01-01T00:00:00Z\"}",
        "\"DateGreaterThan\":{\"aws:CurrentTime\":\"2025-01-01T00:00:00Z\"}", "\"DateLessThan\":{\"aws:CurrentTime\":\"2020-01-01T00:00:00Z\"}", "\"DateGreaterThan\":{\"aws:CurrentTime\":\"2020-01-01T00:00:00Z\"},\"DateLessThan\":{\"aws:CurrentTime\":\"2028-01-01T00:00:00Z\"}"];

    /// <summary>What follows from who asks: decided whatever is unknown.</summary>
    private static readonly string[] HolderConditions = [$"\"ArnLike\":{{\"aws:PrincipalArn\":\"arn:aws:iam::{Id}:*/a*\"}}", $"\"ArnNotLike\":{{\"aws:PrincipalArn\":[\"arn:aws:iam::*:role/app-1\",\"arn:aws:iam::{Id}:user/bob\"]}}", $"\"StringEquals\":{{\"aws:PrincipalAccount\":\"{Id}\"}}",
        "\"StringEquals\":{\"aws:PrincipalAccount\":\"222222222222\"}", "\"StringEquals\":{\"aws:PrincipalTag/team\":\"a\"}", "\"StringNotEquals\":{\"aws:PrincipalTag/team\":[\"a\",\"c\"]}", "\"Null\":{\"aws:PrincipalTag/team\":\"true\"}", "\"StringNotLike\":{\"aws:username\":\"a*\"}"];

    private static readonly string[] Regions = ["\"StringNotEquals\":{\"aws:RequestedRegion\":[\"eu-west-1\",\"eu-north-1\"]}", "\"StringEquals\":{\"aws:RequestedRegion\":\"us-east-1\"}", "\"StringNotLike\":{\"aws:RequestedRegion\":\"eu-*\"}", "\"StringLike\":{\"aws:RequestedRegion\":[\"us-*\",\"ap-*\"]}", "\"StringNotEqualsIgnoreCase\":{\"aws:RequestedRegion\":\"US-EAST-1\"}"];

    /// <summary>What is asked for.</summary>
    internal static readonly ImmutableArray<string> Resources = [$"arn:aws:sqs:eu-west-1:{Id}:jobs", $"arn:aws:sqs:us-east-1:{Id}:mail", $"arn:aws:secretsmanager:eu-west-1:{Id}:secret:prod/db-AbCdEf", "arn:aws:s3:::data"];

    internal const string Key = $"arn:aws:kms:eu-west-1:{Id}:key/k-1";
    internal const string Bucket = "arn:aws:s3:::data";

    private readonly Random random;
    private readonly bool conditions, regions;
    private readonly string[] actions = Actions, patterns = Patterns;
    private readonly Dictionary<string, NamedPolicy> policies = new(StringComparer.Ordinal);

    /// <param name="regions">Statements hang on the region that is asked.</param>
    internal RandomAccount(int seed, bool conditions, bool resources = false, bool regions = false)
    {
        (random, this.conditions, this.regions) = (new Random(seed), conditions, regions);
        if (resources)
        {
            (actions, patterns) = ([.. Actions, "kms:*", "kms:Decrypt", "kms:*"], [.. Patterns, $"arn:aws:kms:*:{Id}:key/*"]);
            OfResources();
        }

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
            ServiceControl = [.. levels.Select(level => ImmutableArray.Create(Policy(Document(level), AwsPolicyKind.Scp)))];
            string[][] control = [.. Enumerable.Range(0, resources ? random.Next(3) : 0).Select(_ => Enumerable.Range(0, random.Next(3)).Select(_ => Controlling()).ToArray())];
            ResourceControl = [.. control.Select(level => ImmutableArray.Create(Policy(Document(level), AwsPolicyKind.Rcp), Policy("""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}}""", AwsPolicyKind.Rcp)))];
            Account.Organization(levels, control);
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
            Principals.Add(new(Account.Arn("user/" + name), Policies([own, .. of.Select(group => groups[group])], attached, managed), boundary is null ? [] : [Policy(managed[boundary], AwsPolicyKind.Boundary)], null, Tags(team)));
        }

        foreach (string name in (string[])["app-1", "app-2", "ops-1"])
        {
            string[] own = Statements(3, 7), attached = Attached();
            string? boundary = Boundary();
            string[] trusts = [.. Enumerable.Range(0, 1 + random.Next(2)).Select(_ => Trust())];
            string trust = string.Join(',', trusts);
            string? team = Team();
            Account.Role(name, trust, own, attached, boundary, tags: Tag(team));
            Principals.Add(new(Account.Arn("role/" + name), Policies([own], attached, managed), boundary is null ? [] : [Policy(managed[boundary], AwsPolicyKind.Boundary)], Policy(Document([trust]), AwsPolicyKind.Resource), trusts.Any(one => one.Contains("\"Allow\"", StringComparison.Ordinal) && one.Contains("\"*\"", StringComparison.Ordinal)) ? null : Tags(team)));
        }
    }

    internal TestAccount Account { get; } = new(Id);

    /// <summary>The bucket encrypts with the key.</summary>
    internal bool Encrypts { get; private set; }

    /// <summary>Whether a public policy of the bucket lets in nobody from outside; null where that was not read.</summary>
    internal bool? Restricts { get; private set; }

    /// <summary>Some policy of a resource names a session, or leaves out a part of it: what it says of others is not told exactly.</summary>
    internal bool Blurred { get; private set; }

    /// <summary>The policy of a resource; null for one without, or that was not read.</summary>
    internal NamedPolicy? PolicyOf(string resource) => policies.GetValueOrDefault(resource);

    internal List<Holder> Principals { get; } = [];

    /// <summary>From the root of the organisation down to the account; empty outside of one.</summary>
    internal ImmutableArray<ImmutableArray<NamedPolicy>> ServiceControl { get; } = [];

    /// <summary>The same of its resource control policies.</summary>
    internal ImmutableArray<ImmutableArray<NamedPolicy>> ResourceControl { get; } = [];

    /// <param name="Trust">A role's trust policy.</param>
    /// <param name="Tags">Null where its sessions may bring others.</param>
    internal sealed record Holder(string Arn, ImmutableArray<NamedPolicy> Policies, ImmutableArray<NamedPolicy> Boundaries, NamedPolicy? Trust, IReadOnlyDictionary<string, string>? Tags)
    {
        private readonly Dictionary<string, string> about = new(StringComparer.Ordinal);
        private StatementRule[]? all;

        internal RequestPrincipal Caller { get; } = RequestPrincipal.Parse(Arn)!;

        /// <summary>Which statements are about an action, one character each.</summary>
        /// <param name="resource">The resource's own policy.</param>
        internal string About(string action, RandomAccount account, NamedPolicy? resource) =>
            resource is null ? About(action, account) : About(action, account) + string.Concat(resource.Policy.Statements.Select(statement => statement.IsAbout(action.ToLowerInvariant()) ? '1' : '0'));

        private string About(string action, RandomAccount account)
        {
            if (!about.TryGetValue(action, out string? known))
            {
                all ??= [.. Policies.Concat(Boundaries).Concat(account.ServiceControl.Concat(account.ResourceControl).SelectMany(level => level)).SelectMany(policy => policy.Policy.Statements)];
                string lower = action.ToLowerInvariant();
                about.Add(action, known = string.Create(all.Length, (all, lower), (text, state) => { for (int i = 0; i < text.Length; i++) { text[i] = state.all[i].IsAbout(state.lower) ? '1' : '0'; } }));
            }

            return known;
        }

        internal bool TrustDenies => Trust is { } trust && trust.Policy.Statements.Any(statement => !statement.IsAllow);
    }

    private static ImmutableArray<NamedPolicy> Policies(IEnumerable<string[]> inline, string[] attached, Dictionary<string, string> managed) =>
        [.. inline.Where(statements => statements.Length > 0).Select(Document).Concat(attached.Select(arn => managed[arn])).Select(document => Policy(document, AwsPolicyKind.Identity))];

    private static NamedPolicy Policy(string document, AwsPolicyKind role) => new("p", CompiledPolicy.Compile(PolicyParser.Parse(JsonElement.Parse(document)), role));

    private static string Document(string[] statements) => $$"""{"Version":"2012-10-17","Statement":[{{string.Join(',', statements)}}]}""";

    private string[] Statements(int most, int allows) => [.. Enumerable.Range(0, random.Next(most + 1)).Select(_ => Statement(allows))];

    private string Statement(int allows)
    {
        bool allow = random.Next(10) < allows;
        string start = $$"""{"Effect":"{{(allow ? "Allow" : "Deny")}}","{{(random.Next(6) == 0 ? "NotAction" : "Action")}}":{{Pick(actions)}}""", over = $"\"{(random.Next(6) == 0 ? "NotResource" : "Resource")}\":{Pick(patterns)}";
        if (!regions || random.Next(allow ? 12 : 2) > 0)
        {
            return $"{start},{over}{Condition(identity: true)}}}";
        }

        // What is allowed everywhere in one region may be all of a service there, and is more than its region tells.
        Blurred |= allow;
        string holder = OnHolder();
        return $"{start},{(random.Next(3) > 0 ? "\"Resource\":\"*\"" : over)},\"Condition\":{{{Regions[random.Next(Regions.Length)]}{(holder.Length == 0 || holder.StartsWith("\"StringNotEquals", StringComparison.Ordinal) || holder.StartsWith("\"StringEquals", StringComparison.Ordinal) || holder.StartsWith("\"StringNotLike", StringComparison.Ordinal) ? "" : "," + holder)}}}}}";
    }

    private void OfResources()
    {
        foreach (string arn in Resources.Append(Key).Where(arn => arn == Key || random.Next(4) > 0))
        {
            string[] statements = [.. Enumerable.Range(0, random.Next(arn == Key ? 3 : 4)).Select(_ => OfResource(arn)).Concat(arn == Key && random.Next(4) > 0 ? [Leaving()] : [])];
            if (statements.Length > 0)
            {
                policies.Add(arn, Policy(Document(statements), AwsPolicyKind.Resource));
            }

            Account.ResourcePolicy(arn, statements);
        }

        if (Encrypts = random.Next(2) == 0)
        {
            Account.Encrypts(Bucket, Key);
        }

        bool?[] blocks = [random.Next(3) switch { 0 => null, 1 => false, _ => true }, random.Next(3) == 0 ? null : false];
        foreach ((string of, bool? restricts) in ((string, bool?)[])[(Bucket, blocks[0]), (Id, blocks[1])])
        {
            _ = restricts is { } known ? Account.PublicAccessBlock(of, known) : null;
        }

        Restricts = blocks.Contains(true) ? true : blocks.Contains(null) ? null : false;
    }

    /// <summary>A key's policy leaves it, or some of it, to the account.</summary>
    private string Leaving() => $$"""{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::{{Id}}:root"},"Action":{{(random.Next(3) == 0 ? "[\"kms:Describe*\",\"kms:Encrypt\"]" : "\"kms:*\"")}},"Resource":"*"{{Condition()}}}""";

    private string Controlling()
    {
        string[] named = ["s3:*", "s3:GetObject", "sqs:*", "sqs:Rec*", "*", "secretsmanager:GetSecretValue", "kms:Decrypt", "sts:AssumeRole"], over = ["*", "*", Bucket + "/*", Bucket + "/logs/*", "arn:aws:sqs:*:*:j*", "arn:aws:sqs:us-east-1:*:*", $"arn:aws:iam::{Id}:role/app-*", "arn:aws:secretsmanager:*:*:secret:prod/*"];
        return $$"""{"Effect":"Deny","Principal":"*","Action":{{Pick(named)}},"Resource":{{Pick(over)}}{{Condition(identity: true)}}}""";
    }

    private string OfResource(string arn)
    {
        bool allow = random.Next(10) < 6, not = random.Next(12) == 0;
        string service = arn.Split(':')[2];
        string[] named = service switch { "sqs" => ["sqs:*", "SQS:SendMessage", "sqs:ReceiveMessage", "*"], "s3" => ["s3:*", "s3:GetObject", "s3:PutObject", "s3:List*"], "kms" => ["kms:*", "kms:Decrypt", "kms:Encrypt", "kms:Put*"], _ => ["secretsmanager:*", "secretsmanager:GetSecretValue", "secretsmanager:Put*"] };
        string[] over = service == "s3" ? [arn, arn + "/*", arn + "/logs/*", arn + "*", "arn:aws:s3:::*/logs/*"] : [arn, "*", arn[..^2] + "*"];
        bool session = random.Next(12) == 0;
        Blurred |= not || session;
        string principal = session ? $"{{\"AWS\":\"arn:aws:sts::{Id}:assumed-role/app-2/s-1\"}}" : random.Next(8) switch
        {
            0 or 1 => "\"*\"",
            2 => $"{{\"AWS\":\"{Id}\"}}",
            3 => $"{{\"AWS\":\"arn:aws:iam::{Id}:user/ann\"}}",
            4 => $"{{\"AWS\":[\"arn:aws:iam::{Id}:role/app-1\",\"arn:aws:iam::{Id}:user/gone\"]}}",
            5 => $"{{\"AWS\":[\"arn:aws:iam::{Id}:user/bob\",\"arn:aws:iam::{Id}:role/ops-1\"]}}",
            6 => "{\"Service\":\"sns.amazonaws.com\",\"AWS\":\"arn:aws:iam::222222222222:root\"}",
            _ => $"{{\"AWS\":[\"arn:aws:iam::{Id}:root\",\"arn:aws:iam::{Id}:user/ann\"]}}",
        };
        string who = !allow && random.Next(6) == 0 ? "NotPrincipal" : "Principal";
        return $$"""{"Effect":"{{(allow ? "Allow" : "Deny")}}","{{who}}":{{principal}},"{{(random.Next(8) == 0 ? "NotAction" : "Action")}}":{{Pick(named)}},"{{(not ? "NotResource" : "Resource")}}":{{Pick(over)}}{{Condition(identity: true)}}}""";
    }

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
