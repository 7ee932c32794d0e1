using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NhiGraph.Loaders.Tests.Aws.Policy.Twin;

/// <summary>Random cases over a small world of callers, actions, resources and keys, chosen so that statements meet often. The same seed gives the same case.</summary>
internal sealed class RandomCase
{
    internal const string Own = "111111111111", Other = "222222222222";

    /// <summary>Every value that the conditions below can tell apart.</summary>
    private static readonly Dictionary<string, string[]> Values = new()
    {
        ["aws:SourceIp"] = ["\"10.1.2.3\"", "\"10.2.0.1\"", "\"192.0.2.1\"", "\"203.0.113.9\""],
        ["aws:MultiFactorAuthPresent"] = ["\"true\"", "\"false\""],
        ["aws:MultiFactorAuthAge"] = ["50", "100", "1000", "3600", "9999"],
        ["aws:CurrentTime"] = ["\"2023-01-01T00:00:00Z\"", "\"2024-01-01T00:00:00Z\"", "\"2025-01-01T00:00:00Z\"", "\"2026-01-01T00:00:00Z\"", "\"2027-01-01T00:00:00Z\""],
        ["aws:PrincipalTag/team"] = ["\"red\"", "\"blue\"", "\"rot\"", "\"x\""],
        ["aws:ResourceTag/team"] = ["\"red\"", "\"blue\"", "\"rot\"", "\"x\""],
        ["aws:PrincipalOrgID"] = ["\"o-1\"", "\"o-9\""],
        ["aws:TagKeys"] = ["\"a\"", "\"b\"", "\"z\"", "[\"a\"]", "[\"b\"]", "[\"z\"]", "[\"a\",\"b\"]", "[\"a\",\"z\"]", "[\"b\",\"z\"]", "[\"a\",\"b\",\"z\"]"],
        ["aws:SourceArn"] = ["\"arn:aws:sns:eu-west-1:111111111111:t\"", "\"arn:aws:sns:eu-west-1:222222222222:t\"", "\"arn:aws:s3:::b\"", "\"x\""],
    };

    private static readonly string[] Callers =
    [
        $"arn:aws:iam::{Own}:user/ann", $"arn:aws:iam::{Own}:user/ops/bob", $"arn:aws:iam::{Own}:role/app", $"arn:aws:iam::{Own}:role/ops/dep", $"arn:aws:sts::{Own}:assumed-role/app/run", $"arn:aws:sts::{Own}:assumed-role/dep/run",
        $"arn:aws:sts::{Own}:federated-user/fed", $"arn:aws:iam::{Own}:root", $"arn:aws:iam::{Other}:user/eve", $"arn:aws:iam::{Own}:role/aws-service-role/x.amazonaws.com/AWSServiceRoleForX", "lambda.amazonaws.com", "",
    ];

    private static readonly (string Action, string[] Resources)[] Requests =
    [
        ("s3:GetObject", ["arn:aws:s3:::b/x", "arn:aws:s3:::b/xy", "arn:aws:s3:::c/x", "arn:aws:s3:::b/ann", "arn:aws:s3:::b/red"]),
        ("s3:PutObject", ["arn:aws:s3:::b/x", "arn:aws:s3:::c/y"]),
        ("s3:ListAllMyBuckets", ["*"]),
        ("sqs:SendMessage", [$"arn:aws:sqs:eu-west-1:{Own}:q", $"arn:aws:sqs:eu-west-1:{Other}:q"]),
        ("sns:Publish", [$"arn:aws:sns:eu-west-1:{Own}:t"]),
        ("sts:AssumeRole", [$"arn:aws:iam::{Own}:role/app", $"arn:aws:iam::{Other}:role/app"]),
        ("kms:Decrypt", [$"arn:aws:kms:eu-west-1:{Own}:key/k", $"arn:aws:kms:eu-west-1:{Other}:key/k", $"arn:aws:kms:eu-west-1:{Own}:alias/k"]),
    ];

    private static readonly string[] Patterns =
    [
        "*", "*", "arn:aws:s3:::*", "arn:aws:s3:::b/*", "arn:aws:s3:::b/x*", "arn:aws:s3:::b/?", "arn:aws:s3:::b/*x", "arn:aws:s3:::?/x", "arn:aws:s3:::b/${aws:username}", "arn:aws:s3:::b/${aws:PrincipalTag/team}",
        "arn:aws:s3:::b/${aws:PrincipalTag/team, 'x'}", "arn:aws:s3:::b/${?}", "arn:*:*:*:*:*", $"arn:aws:sqs:*:{Own}:*", "arn:aws:sqs:eu-west-1:*:q", "arn:aws:sns:*:*:t", $"arn:aws:iam::{Own}:role/*", $"arn:aws:iam::{Other}:role/app", "arn:aws:iam::*:role/app",
        $"arn:aws:kms:*:{Own}:key/*", "arn:aws:kms:*:*:*", "arn:AWS:s3:::b/x",
    ];

    private static readonly string[] Actions = ["*", "s3:*", "s3:Get*", "S3:getobject", "s3:PutObject", "s3:List*", "sqs:*", "sqs:SendMessage", "sns:Publish", "sts:AssumeRole", "sts:*", "kms:*", "kms:De?rypt", " s3:GetObject", "s3:", "*:*e*"];

    private static readonly (string Operator, string Key, string[] Values)[] Conditions =
    [
        ("IpAddress", "aws:SourceIp", ["10.0.0.0/8", "10.1.0.0/16", "192.0.2.1"]), ("NotIpAddress", "aws:SourceIp", ["10.0.0.0/8", "192.0.2.1/32"]), ("IpAddressIfExists", "aws:SourceIp", ["10.1.0.0/16"]),
        ("Bool", "aws:MultiFactorAuthPresent", ["true", "false", "True"]), ("BoolIfExists", "aws:multifactorauthpresent", ["true", "false"]), ("Null", "aws:MultiFactorAuthPresent", ["true", "false"]),
        ("NumericLessThan", "aws:MultiFactorAuthAge", ["100", "3600"]), ("NumericGreaterThanEquals", "aws:MultiFactorAuthAge", ["100", "3600"]), ("NumericNotEquals", "aws:MultiFactorAuthAge", ["100"]), ("Null", "aws:MultiFactorAuthAge", ["true"]),
        ("DateGreaterThan", "aws:CurrentTime", ["2024-01-01T00:00:00Z"]), ("DateLessThanEquals", "aws:CurrentTime", ["2026-01-01T00:00:00Z", "2024-01-01T00:00:00Z"]),
        ("StringEquals", "aws:PrincipalTag/team", ["red", "blue", "${aws:ResourceTag/team}"]), ("StringLike", "aws:PrincipalTag/TEAM", ["r*", "?ed", "*"]), ("StringNotEquals", "aws:PrincipalTag/team", ["red"]), ("StringNotLikeIfExists", "aws:PrincipalTag/team", ["b*"]),
        ("StringEquals", "aws:ResourceTag/team", ["red", "${aws:PrincipalTag/team}"]), ("StringNotEqualsIfExists", "aws:ResourceTag/team", ["blue"]), ("Null", "aws:ResourceTag/team", ["true", "false"]),
        ("StringEquals", "aws:PrincipalOrgID", ["o-1"]), ("StringNotEquals", "aws:PrincipalOrgID", ["o-1"]), ("StringEquals", "aws:PrincipalAccount", [Own, Other]), ("ArnLike", "aws:PrincipalArn", [$"arn:aws:iam::{Own}:role/*", "arn:aws:iam::*:user/ann"]),
        ("StringEquals", "aws:ResourceAccount", [Own]), ("StringNotEquals", "aws:username", ["ann"]),
        ("StringEquals", "aws:TagKeys", ["a", "b"]), ("ForAllValues:StringEquals", "aws:TagKeys", ["a", "b"]), ("ForAnyValue:StringEquals", "aws:TagKeys", ["a", "b"]), ("ForAnyValue:StringNotEquals", "aws:TagKeys", ["a"]), ("ForAllValues:StringNotLike", "aws:TagKeys", ["a*", "b"]),
        ("ForAnyValue:StringEqualsIfExists", "aws:TagKeys", ["b"]), ("Null", "aws:TagKeys", ["false"]),
        ("ArnLike", "aws:SourceArn", ["arn:aws:sns:*:111111111111:*", "arn:aws:s3:::?"]), ("ArnNotEquals", "aws:SourceArn", ["arn:aws:sns:*:222222222222:t"]), ("ArnLikeIfExists", "aws:SourceArn", ["arn:aws:s3:*:*:*"]),
    ];

    private readonly Random random;
    private readonly string[] actions, patterns;
    private readonly SortedSet<string> used = new(StringComparer.Ordinal);
    private bool openVariables;

    internal RandomCase(int seed, bool pattern, bool unknown)
    {
        random = new(seed);
        (actions, patterns) = pattern ? (Actions[..6], Patterns[..13]) : (Actions, Patterns);
        (string action, string[] resources) = pattern ? Requests[0] : Requests[random.Next(Requests.Length)];
        string caller = Callers[random.Next(Callers.Length)];
        string resource = pattern ? "arn:aws:s3:::b/" + string.Concat(Enumerable.Range(0, 1 + random.Next(3)).Select(_ => "xy*?*"[random.Next(5)])) : Pick(resources);
        var json = new JsonObject { ["id"] = seed, ["principal"] = Caller(caller), ["action"] = action, ["resource"] = resource };
        json["identityPolicies"] = Policies("i", random.Next(3), 3);
        Maybe(json, "boundaries", 4, () => Policies("b", 1, 3));
        Maybe(json, "sessionPolicy", 5, () => Document(2));
        Maybe(json, "resourcePolicy", 2, () => Document(3, principals: true));
        Maybe(json, "scps", 4, () => new JsonArray([.. Enumerable.Range(0, 1 + random.Next(2)).Select(_ => (JsonNode)Policies("s", 1 + random.Next(2), 2))]));
        Maybe(json, "rcps", 4, () => new JsonArray([Policies("r", 1, 2, everybody: true)]));
        Maybe(json, "endpointPolicies", 6, () => Policies("e", 1, 2, principals: random.Next(2) == 0));
        Maybe(json, "managementAccount", 6, () => true);
        Maybe(json, "organizationId", 2, () => "o-1");
        Maybe(json, "resourceAccount", 6, () => Pick(Own, Other));
        Maybe(json, "resourceTags", 3, () => random.Next(2) == 0 ? new JsonObject { ["team"] = Pick("red", "blue", "x") } : []);
        var context = new JsonObject();
        string[] open = [.. used.Where(key => unknown && Values.ContainsKey(key) && random.Next(3) != 0)];
        foreach (string key in used.Where(key => Values.ContainsKey(key) && !open.Contains(key) && random.Next(3) != 0))
        {
            context[random.Next(2) == 0 ? key : key.ToUpperInvariant()] = JsonNode.Parse(Pick(Values[key]));
        }

        json["context"] = context;
        if (unknown)
        {
            // "*" leaves all others open too, so what is not open must be told.
            json["unknownContext"] = new JsonArray([.. open.Select(key => (JsonNode)key)]);
        }

        Open = [.. open.Where(Values.ContainsKey)];
        Case = JsonElement.Parse(json.ToJsonString());
        Resources = pattern ? [.. Keys(4).Concat(["ann", "bob", "eve", "red", "blue", "rot", "?"]).Select(key => "arn:aws:s3:::b/" + key).Where(text => NaiveConditions.Like(NaiveConditions.AsRegex(resource), text))] : [resource];
    }

    internal JsonElement Case { get; }

    /// <summary>What the request covers, up to a length past which no pattern of this world tells texts apart.</summary>
    internal ImmutableArray<string> Resources { get; }

    internal ImmutableArray<string> Open { get; }

    /// <summary>A variable hangs on a key that is open: the answer may be left open although it is decided.</summary>
    internal bool HasOpenVariables => openVariables && Open.Any(key => key.Contains("Tag/", StringComparison.Ordinal));

    /// <summary>Every way the open keys can be told.</summary>
    internal IEnumerable<Dictionary<string, JsonElement?>> Completions()
    {
        IEnumerable<Dictionary<string, JsonElement?>> all = [new(StringComparer.OrdinalIgnoreCase)];
        foreach (string key in Open)
        {
            JsonElement?[] values = [.. Values[key].Select(value => (JsonElement?)JsonElement.Parse(value)), .. key == "aws:CurrentTime" ? (JsonElement?[])[] : [null]];
            all = [.. all.SelectMany(way => values.Select(value => new Dictionary<string, JsonElement?>(way, StringComparer.OrdinalIgnoreCase) { [key] = value }))];
        }

        return all;
    }

    private static IEnumerable<string> Keys(int length) => length == 0 ? [""] : Keys(length - 1).SelectMany(key => key.Length == length - 1 ? new[] { key, key + "x", key + "y", key + "z" } : [key]).Distinct();

    private static void Maybe(JsonObject json, string name, int oneIn, Func<JsonNode> make, Random random)
    {
        if (random.Next(oneIn) == 0)
        {
            json[name] = make();
        }
    }

    private void Maybe(JsonObject json, string name, int oneIn, Func<JsonNode> make) => Maybe(json, name, oneIn, make, random);

    private JsonObject Caller(string caller)
    {
        JsonObject principal = caller.Length == 0 ? new() { ["anonymous"] = true } : caller.StartsWith("arn:", StringComparison.Ordinal) ? new() { ["arn"] = caller } : new() { ["service"] = caller };
        if (principal.ContainsKey("arn") && random.Next(3) == 0)
        {
            principal["tags"] = random.Next(4) == 0 ? [] : new JsonObject { ["team"] = Pick("red", "blue", "rot") };
        }

        return principal;
    }

    private JsonArray Policies(string name, int count, int statements, bool principals = false, bool everybody = false) =>
        new([.. Enumerable.Range(0, count).Select(i => (JsonNode)new JsonObject { ["name"] = $"{name}{i}", ["document"] = Document(statements, principals, everybody) })]);

    private JsonObject Document(int statements, bool principals = false, bool everybody = false)
    {
        JsonNode[] all = [.. Enumerable.Range(0, 1 + random.Next(statements)).Select(_ => Statement(principals, everybody))];
        return new() { ["Version"] = patterns == Patterns && random.Next(8) == 0 ? "2008-10-17" : "2012-10-17", ["Statement"] = all.Length == 1 && random.Next(2) == 0 ? all[0] : new JsonArray(all) };
    }

    private JsonObject Statement(bool principals, bool everybody)
    {
        var statement = new JsonObject { ["Effect"] = everybody || random.Next(4) == 0 ? "Deny" : "Allow", [random.Next(8) == 0 ? "NotAction" : "Action"] = Some(actions), [random.Next(8) == 0 ? "NotResource" : "Resource"] = Some(patterns) };
        if (principals || everybody)
        {
            statement[!everybody && random.Next(10) == 0 ? "NotPrincipal" : "Principal"] = everybody ? "*" : Principal();
        }

        if (random.Next(3) == 0)
        {
            var condition = new JsonObject();
            for (int i = random.Next(2); i >= 0; i--)
            {
                (string op, string key, string[] values) = Conditions[random.Next(Conditions.Length)];
                JsonNode? wanted = Some(values);
                used.Add(Values.Keys.FirstOrDefault(known => known.Equals(key, StringComparison.OrdinalIgnoreCase)) ?? key);
                condition[op] ??= new JsonObject();
                condition[op]![key] = wanted;
            }

            statement["Condition"] = condition;
        }

        string text = statement.ToJsonString();
        foreach (string key in Values.Keys.Where(key => text.Contains("${" + key, StringComparison.OrdinalIgnoreCase)))
        {
            used.Add(key);
            openVariables = true;
        }

        return statement;
    }

    private JsonNode Principal()
    {
        if (random.Next(4) == 0)
        {
            return "*";
        }

        string[] named = [Own, Other, $"arn:aws:iam::{Own}:root", "*", .. Callers.Where(caller => caller.StartsWith("arn:", StringComparison.Ordinal)), $"arn:aws:iam::{Own}:role/x/app", $"arn:aws:iam::{Own}:user/*"];
        var principal = new JsonObject { ["AWS"] = new JsonArray([.. Enumerable.Range(0, 1 + random.Next(4)).Select(_ => (JsonNode)Pick(named))]) };
        Maybe(principal, "Service", 3, () => Pick("lambda.amazonaws.com", "ec2.amazonaws.com"));
        return principal;
    }

    private string Pick(params string[] from) => from[random.Next(from.Length)];

    /// <summary>One, as itself or in a list, or several.</summary>
    private JsonNode Some(string[] from)
    {
        string[] picked = [.. Enumerable.Range(0, 1 + random.Next(3)).Select(_ => Pick(from)).Distinct()];
        return picked.Length == 1 && random.Next(2) == 0 ? picked[0] : new JsonArray([.. picked.Select(one => (JsonNode)one)]);
    }
}
