using System.Diagnostics;
using System.Text.Json.Nodes;
using NhiGraph.Loaders.Aws.Simulate;

namespace NhiGraph.Benchmarks.Aws;

/// <summary>
/// How many cases <c>aws simulate</c> decides in a second, one thread, JSON in and out: callers with three identity policies of some of 500 documents, half of them with a boundary, service control policies on three levels,
/// a third with a bucket policy, a tenth with keys that are unknown, a twentieth asked with a pattern.
/// </summary>
internal static class SimulateBenchmark
{
    private const int CaseCount = 100_000;
    private const int Documents = 500;
    private const int Seed = 7;
    private const string Account = "111111111111";

    private static readonly string[] Actions = ["s3:GetObject", "s3:PutObject", "s3:DeleteObject", "s3:GetObjectAcl"];

    internal static int Run(bool small)
    {
        Console.WriteLine(Machine.Line());
        var random = new Random(Seed);
        string[] documents = [.. Enumerable.Range(0, Documents).Select(i => Document(random, i))];
        string[] cases = [.. Enumerable.Range(0, small ? CaseCount / 20 : CaseCount).Select(i => Case(random, i, documents))];
        var simulation = new AccessSimulation();
        var decisions = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (string given in cases)
        {
            string decision = JsonNode.Parse(simulation.Answer(given, out _))!["decision"]!.GetValue<string>();
            decisions[decision] = decisions.GetValueOrDefault(decision) + 1;
        }

        // Compiled documents are part of the work: the cache starts empty.
        long began = Stopwatch.GetTimestamp(), characters = 0;
        simulation = new();
        foreach (string given in cases)
        {
            characters += simulation.Answer(given, out _).Length;
        }

        double seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        Console.WriteLine(FormattableString.Invariant($"aws simulate, {cases.Length} cases of {cases.Average(given => given.Length):0} characters, {characters / cases.Length} a decision: {cases.Length / seconds:0} a second ({string.Join(", ", decisions.Select(count => $"{count.Value} {count.Key}"))})"));
        return 0;
    }

    private static string Case(Random random, int i, string[] documents)
    {
        string Some() => documents[random.Next(documents.Length)];
        string resource = random.Next(20) == 0 ? $"arn:aws:s3:::app-{random.Next(20)}/logs/*" : $"arn:aws:s3:::app-{random.Next(20)}/logs/{i}";
        string boundary = random.Next(2) == 0 ? $$""","boundaries":[{"name":"boundary","document":{{Some()}} }]""" : "";
        string bucket = random.Next(3) == 0 ? $$""","resourcePolicy":{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::{{Account}}:role/app"},"Action":"s3:GetObject","Resource":"arn:aws:s3:::app-{{random.Next(20)}}/*"}]} """ : "";
        string unknown = random.Next(10) == 0 ? ""","unknownContext":["*"]""" : "";
        return $$"""{"id":{{i}},"principal":{"arn":"arn:aws:iam::{{Account}}:role/app","tags":{"team":"red"} },"action":"{{Actions[random.Next(Actions.Length)]}}","resource":"{{resource}}","context":{"aws:SourceIp":"10.1.2.3","aws:RequestedRegion":"eu-west-1"},"identityPolicies":[{"name":"one","document":{{Some()}} },{"name":"two","document":{{Some()}} },{"name":"three","document":{{Some()}} }]{{boundary}}{{bucket}}{{unknown}},"scps":[[{"name":"FullAWSAccess","document":{{All}} }],[{"name":"FullAWSAccess","document":{{All}} },{"name":"regions","document":{{Regions}} }],[{"name":"FullAWSAccess","document":{{All}} }]]}""";
    }

    private const string All = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}""";

    private const string Regions = """{"Version":"2012-10-17","Statement":[{"Sid":"Regions","Effect":"Deny","NotAction":["iam:*","sts:*"],"Resource":"*","Condition":{"StringNotEqualsIfExists":{"aws:RequestedRegion":["eu-west-1","eu-central-1"]}}}]}""";

    private static string Document(Random random, int i) => random.Next(4) switch
    {
        0 => $$"""{"Version":"2012-10-17","Statement":[{"Sid":"Read{{i}}","Effect":"Allow","Action":["s3:Get*","s3:List*"],"Resource":"*"}]}""",
        1 => $$"""{"Version":"2012-10-17","Statement":[{"Sid":"Own{{i}}","Effect":"Allow","Action":"s3:*","Resource":["arn:aws:s3:::app-{{i % 20}}","arn:aws:s3:::app-{{i % 20}}/*"]},{"Effect":"Deny","Action":"s3:Delete*","Resource":"arn:aws:s3:::app-{{i % 20}}/logs/*"}]}""",
        2 => $$"""{"Version":"2012-10-17","Statement":[{"Sid":"Office{{i}}","Effect":"Allow","Action":"*","Resource":"*","Condition":{"IpAddress":{"aws:SourceIp":["10.0.0.0/8","192.0.2.0/24"]},"Bool":{"aws:MultiFactorAuthPresent":"true"} } }]}""",
        _ => $$"""{"Version":"2012-10-17","Statement":[{"Sid":"Team{{i}}","Effect":"Allow","Action":["s3:GetObject","s3:PutObject","sqs:*"],"Resource":"arn:aws:s3:::app-*/${aws:PrincipalTag/team}/*"},{"Effect":"Allow","NotAction":["iam:*","s3:Put*"],"NotResource":"arn:aws:s3:::app-{{i % 20}}/*"}]}""",
    };
}
