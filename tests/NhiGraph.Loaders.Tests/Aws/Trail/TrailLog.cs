using NhiGraph.Loaders.Aws.Read;
using NhiGraph.Loaders.Input;
using NhiGraph.Loaders.Runs;
using NhiGraph.Loaders.Tests.Aws.Read;

namespace NhiGraph.Loaders.Tests.Aws.Trail;

/// <summary>A log of the account 111111111111, said in a few words.</summary>
internal sealed class TrailLog
{
    private const string Account = "111111111111";
    private readonly List<string> records = [];

    internal static string User(string name) => $$"""{"type":"IAMUser","principalId":"AIDA{{name}}","arn":"arn:aws:iam::{{Account}}:user/{{name}}","accountId":"{{Account}}","userName":"{{name}}","accessKeyId":"AKIAX"}""";

    internal static string Session(string role, string session, string? source = null, string key = "ASIAX") => $$"""
        {"type":"AssumedRole","principalId":"AROA:{{session}}","arn":"arn:aws:sts::{{Account}}:assumed-role/{{role}}/{{session}}","accountId":"{{Account}}","accessKeyId":"{{key}}",
         "sessionContext":{"sessionIssuer":{"type":"Role","arn":"arn:aws:iam::{{Account}}:role/{{(role.StartsWith("AWSReservedSSO", StringComparison.Ordinal) ? "aws-reserved/sso.amazonaws.com/" : "")}}{{role}}"}{{(source is null ? "" : $",\"sourceIdentity\":\"{source}\"")}}} }
        """;

    internal const string Service = """{"type":"AWSService","invokedBy":"lambda.amazonaws.com"}""";

    internal static string Saml(string subject) => $$"""{"type":"SAMLUser","principalId":"x:{{subject}}","userName":"{{subject}}","identityProvider":"x"}""";

    internal const string WebIdentity = """{"type":"WebIdentityUser","principalId":"x","userName":"repo:acme-example/webshop:ref:refs/heads/main","identityProvider":"token.actions.githubusercontent.com"}""";

    internal TrailLog Event(string name, string time, string actor, string request = "null", string response = "null", string source = "iam.amazonaws.com", string rest = "")
    {
        records.Add($$"""{"eventVersion":"1.08","userIdentity":{{actor}},"eventTime":"{{time}}","eventSource":"{{source}}","eventName":"{{name}}","requestParameters":{{request}},"responseElements":{{response}},"eventID":"e{{records.Count + 1}}","recipientAccountId":"{{Account}}"{{rest}}}""");
        return this;
    }

    internal TrailLog CreateUser(string user, string time, string actor, string? id = null) =>
        Event("CreateUser", time, actor, $$"""{"userName":"{{user}}"}""", $$"""{"user":{"userName":"{{user}}","userId":"{{id ?? "AIDA" + user}}","arn":"arn:aws:iam::{{Account}}:user/{{user}}"} }""");

    internal TrailLog CreateAccessKey(string user, string key, string time, string actor) =>
        Event("CreateAccessKey", time, actor, $$"""{"userName":"{{user}}"}""", $$"""{"accessKey":{"userName":"{{user}}","accessKeyId":"{{key}}","status":"Active"} }""");

    internal TrailLog Assume(string role, string session, string time, string actor, string key = "ASIAX", string name = "AssumeRole", string source = "") =>
        Event(name, time, actor, $$"""{"roleArn":"arn:aws:iam::{{Account}}:role/{{role}}","roleSessionName":"{{session}}"{{source}}}""",
            $$"""{"credentials":{"accessKeyId":"{{key}}","sessionToken":"FwoGZXIvYXdzE"},"assumedRoleUser":{"arn":"arn:aws:sts::{{Account}}:assumed-role/{{role}}/{{session}}"} }""", "sts.amazonaws.com");

    internal string Json() => $$"""{"Records":[{{string.Join(",\n", records)}}]}""";

    internal static Task<SourceReading> ReadAsync(params IEnumerable<ExportFile> files) =>
        AwsExport.ReadAsync(new AwsExportFiles([], [], [], []) { CloudTrail = [.. files] }, TestContext.Current.CancellationToken);

    internal SourceReading Reading() => ReadAsync(Exports.Text("trail.json", Json())).GetAwaiter().GetResult();
}
