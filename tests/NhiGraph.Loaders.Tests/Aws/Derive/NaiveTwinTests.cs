using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Aws.Data;
using NhiGraph.Loaders.Runs;
using Statement = NhiGraph.Loaders.Tests.Aws.Derive.NaiveEvaluation.Statement;

namespace NhiGraph.Loaders.Tests.Aws.Derive;

/// <summary>What hubs say of random small accounts against every request asked one by one. 60 accounts here, 600 with NHIGRAPH_LONG=1.</summary>
public class NaiveTwinTests(ITestOutputHelper output)
{
    private const string Account = "111111111111";

    private static readonly string[] Actions = ["*", "s3:*", "s3:Get*", "s3:GetObject", "s3:PutObject", "s3:List*", "s3:DeleteBucket", "sqs:*", "sqs:SendMessage", "sqs:ReceiveMessage", "secretsmanager:Get*", "secretsmanager:GetSecretValue",
        "iam:*", "iam:PassRole", "iam:CreateAccessKey", "iam:Put*", "iam:*User*", "sts:AssumeRole", "dynamodb:*", "dynamodb:GetItem", "es:*", "es:ESHttp*", "es:ESHttpGet", "es:Describe*", "*:Delete*", " s3:GetObject"];

    private static readonly string[] Patterns = ["*", "*", "arn:aws:s3:::*", "arn:aws:s3:::data", "arn:aws:s3:::data/*", "arn:aws:s3:::data/logs/*", "arn:aws:s3:::data/secret/*", "arn:aws:s3:::d*", "arn:aws:s3:::*/logs/*", "arn:aws:s3:::other*",
        $"arn:aws:sqs:*:{Account}:*", $"arn:aws:sqs:eu-west-1:{Account}:jobs", "arn:aws:sqs:*:*:job?", "arn:aws:sqs:*:222222222222:*", $"arn:aws:secretsmanager:*:{Account}:secret:prod/*", $"arn:aws:iam::{Account}:user/*", $"arn:aws:iam::{Account}:user/ann",
        $"arn:aws:iam::{Account}:role/*", "arn:aws:iam::*:role/app-*", $"arn:aws:iam::{Account}:user/${{aws:username}}", "arn:aws:*", $"arn:aws:dynamodb:*:{Account}:table/orders",
        $"arn:aws:es:*:{Account}:domain/*", $"arn:aws:es:eu-west-1:{Account}:domain/logs", $"arn:aws:es:eu-west-1:{Account}:domain/logs/*", $"arn:aws:es:*:{Account}:domain/logs/secret/*", "arn:aws:es:*:*:domain/l*/_search"];

    private static readonly string[] Listed = ["arn:aws:s3:::data", "arn:aws:s3:::other", $"arn:aws:sqs:eu-west-1:{Account}:jobs", $"arn:aws:sqs:us-east-1:{Account}:mail", $"arn:aws:secretsmanager:eu-west-1:{Account}:secret:prod/db-AbCdEf",
        $"arn:aws:secretsmanager:eu-west-1:{Account}:secret:dev/db-AbCdEf", $"arn:aws:dynamodb:eu-west-1:{Account}:table/orders", $"arn:aws:es:eu-west-1:{Account}:domain/logs", $"arn:aws:es:us-east-1:{Account}:domain/mail"];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Hubs_say_what_requests_say(bool conditions)
    {
        int accounts = Suite.Long ? 300 : 30;
        long asked = 0, proved = 0, possible = 0, missed = 0, over = 0;
        for (int seed = 0; seed < accounts; seed++)
        {
            var random = new Random(seed + (conditions ? 1_000_000 : 0));
            var account = new TestAccount(Account);
            foreach (string arn in Listed)
            {
                account.Listed(arn);
            }

            Statement[] Some(int most) => [.. Enumerable.Range(0, random.Next(most + 1)).Select(_ => Make(random, conditions))];
            var groups = new Dictionary<string, Statement[]> { ["g1"] = Some(3), ["g2"] = Some(2) };
            var users = new Dictionary<string, (Statement[] Own, string[] Groups)> { ["ann"] = (Some(3), [.. groups.Keys.Where(_ => random.Next(2) == 0)]), ["bob"] = (Some(2), [.. groups.Keys.Where(_ => random.Next(2) == 0)]) };
            Statement[] role = Some(4);
            foreach ((string name, Statement[] statements) in groups)
            {
                account.Group(name, [.. statements.Select(s => s.Json)]);
            }

            foreach ((string name, (Statement[] own, string[] of)) in users)
            {
                account.User(name, [.. own.Select(s => s.Json)], of);
            }

            account.Role("app-1", TestAccount.LambdaTrust, [.. role.Select(s => s.Json)]);
            DerivedScope derived = account.Derive();
            var graph = new DerivedGraph(derived);
            var principals = users.Select(user => (Key: account.Key("user/" + user.Key), Name: (string?)user.Key, Statements: user.Value.Own.Concat(user.Value.Groups.SelectMany(group => groups[group])).ToArray()))
                .Append((account.Key("role/app-1"), null, role));
            foreach ((string principal, string? name, Statement[] statements) in principals)
            {
                foreach (string resource in Listed.Concat([account.Arn("user/ann"), account.Arn("user/bob"), account.Arn("role/app-1")]))
                {
                    (string, int)[] requests = [.. Requests(resource)];
                    CapabilitySet trulyHas = NaiveEvaluation.Of(statements, name, requests, proved: true), perhapsHas = NaiveEvaluation.Of(statements, name, requests, proved: false);
                    foreach (Capability capability in Enum.GetValues<Capability>().Where(capability => capability != Capability.Administer))
                    {
                        bool truly = trulyHas.Contains(capability), perhaps = perhapsHas.Contains(capability);
                        bool saysProved = graph.Has(principal, capability, "aws:" + resource, proved: true), saysPossible = graph.Has(principal, capability, "aws:" + resource, proved: false);
                        string what = $"seed {seed}: {principal} {capability} {resource}\n{string.Join('\n', statements.Select(s => s.Json))}";
                        Assert.True(truly || !saysProved, "proved is larger: " + what);
                        Assert.True(!perhaps || saysPossible, "possible is smaller: " + what);
                        Assert.True(conditions || (truly == saysProved && perhaps == saysPossible), "not equal: " + what);
                        asked++;
                        proved += truly ? 1 : 0;
                        possible += perhaps ? 1 : 0;
                        missed += truly && !saysProved ? 1 : 0;
                        over += saysPossible && !perhaps ? 1 : 0;
                    }
                }
            }
        }

        Suite.Ran(conditions ? "aws-hubs-conditions" : "aws-hubs", accounts);
        output.WriteLine($"{accounts} accounts, {asked} questions: {proved} proved ({missed} not shown as proved), {possible} possible ({over} more shown as possible)");
        Assert.True(proved > 300 && possible >= proved);
    }

    private static Statement Make(Random random, bool conditions)
    {
        bool allow = random.Next(10) < 7;
        return new(allow, Pick(random, Actions), random.Next(6) == 0, Pick(random, Patterns), random.Next(6) == 0, conditions && random.Next(3) == 0);
    }

    private static string[] Pick(Random random, string[] from) => [.. Enumerable.Range(0, 1 + random.Next(3)).Select(_ => from[random.Next(from.Length)]).Distinct()];

    /// <summary>A bucket is asked as itself and by one object of each sort of key that the patterns tell apart, a domain as itself and by one path of each sort.</summary>
    private static IEnumerable<(string, int)> Requests(string resource)
    {
        ActionTable table = ActionTable.Instance;
        int kind = table.KindOf(Loaders.Aws.Policy.ArnPattern.Parse(resource));
        yield return (resource, kind);
        string[] below = kind == table.Bucket ? ["x", "logs/y", "secret/z", "a/logs/y"] : table.Kinds[kind].Name == "es:domain" ? ["x", "_search", "secret/z", "a/_search"] : [];
        foreach (string key in below)
        {
            yield return ($"{resource}/{key}", kind == table.Bucket ? table.Object : table.Kinds.Select((known, i) => (known, i)).First(pair => pair.known.Name == "es:domain/").i);
        }
    }
}
