using System.Collections.Immutable;
using System.Text.Json;
using NhiGraph.Loaders.Aws;
using NhiGraph.Loaders.Aws.Derive;
using NhiGraph.Loaders.Runs;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Loaders.Tests.Aws.Derive;

/// <summary>A small account as facts, said in a few words. Policies are JSON statements.</summary>
internal sealed class TestAccount(string account = "111111111111")
{
    internal const string LambdaTrust = """{"Effect":"Allow","Principal":{"Service":"lambda.amazonaws.com"},"Action":"sts:AssumeRole"}""";

    private readonly List<Fact> facts = [];

    /// <summary>Its facts, for a message.</summary>
    internal string Text => string.Join('\n', facts.Select(fact => fact.Content));

    internal string Scope => AwsDatasets.ScopeOf(account);

    internal string Arn(string resource) => $"arn:aws:iam::{account}:{resource}";

    internal string Key(string resource) => "aws:" + Arn(resource);

    internal TestAccount User(string name, string[]? statements = null, string[]? groups = null, string[]? attached = null, string? boundary = null, string? tags = null) => Add(AwsDatasets.Users, Arn($"user/{name}"), $$"""
        {"Arn":"{{Arn($"user/{name}")}}","UserName":"{{name}}","UserId":"AIDA{{name}}","Path":"/","CreateDate":"2024-01-01T00:00:00Z","GroupList":{{JsonSerializer.Serialize(groups ?? [])}},
         "AttachedManagedPolicies":{{Attached(attached)}},"UserPolicyList":{{Inline(statements)}}{{Boundary(boundary)}},"Tags":[{{tags}}]}
        """);

    internal TestAccount Group(string name, params string[] statements) => Add(AwsDatasets.Groups, Arn($"group/{name}"), $$"""
        {"Arn":"{{Arn($"group/{name}")}}","GroupName":"{{name}}","GroupId":"AGPA{{name}}","Path":"/","AttachedManagedPolicies":[],"GroupPolicyList":{{Inline(statements)}}}
        """);

    internal TestAccount Role(string name, string trust, string[]? statements = null, string[]? attached = null, string? boundary = null, string path = "/", string? tags = null) => Add(AwsDatasets.Roles, Arn($"role{path}{name}"), $$"""
        {"Arn":"{{Arn($"role{path}{name}")}}","RoleName":"{{name}}","RoleId":"AROA{{name}}","Path":"{{path}}","AssumeRolePolicyDocument":{"Version":"2012-10-17","Statement":[{{trust}}]},
         "AttachedManagedPolicies":{{Attached(attached)}},"RolePolicyList":{{Inline(statements)}}{{Boundary(boundary)}},"InstanceProfileList":[],"Tags":[{{tags}}]}
        """);

    internal TestAccount Policy(string arn, params string[] statements) => Add(AwsDatasets.Policies, arn, $$"""
        {"Arn":"{{arn}}","PolicyName":"{{arn[(arn.LastIndexOf('/') + 1)..]}}","Path":"/","PolicyVersionList":[{"VersionId":"v1","IsDefaultVersion":true,"Document":{"Version":"2012-10-17","Statement":[{{string.Join(',', statements)}}]} } ]}
        """);

    internal TestAccount Listed(string arn, string tags = "") => Add(AwsDatasets.TaggedResources, arn, $$"""{"ResourceARN":"{{arn}}","Tags":[{{tags}}]}""");

    internal TestAccount Reported(string user, string members) =>
        Add(AwsDatasets.CredentialReport, user == "root" ? Arn("root") : Arn($"user/{user}"), $$"""{"arn":"{{(user == "root" ? Arn("root") : Arn($"user/{user}"))}}","user":"{{user}}",{{members}}}""");

    internal TestAccount AccessKey(string id, string user, string status, string created) =>
        Add(AwsDatasets.AccessKeys, id, $$"""{"AccessKeyId":"{{id}}","UserName":"{{user}}","UserArn":"{{Arn($"user/{user}")}}","Status":"{{status}}","CreateDate":"{{created}}"}""");

    /// <summary>In an organisation whose levels, from the root down, have one service control policy each.</summary>
    internal TestAccount Organization(params string[][] levels) => Organization(levels, []);

    /// <param name="control">Of each level one resource control policy beside the one that allows all.</param>
    internal TestAccount Organization(string[][] levels, string[][] control, string id = "o-1") => Add(AwsDatasets.Organization, account, $$"""
        {"Id":"{{account}}","OrganizationId":"{{id}}","ManagementAccount":false,"ResourceControl":[{{Levels(control, "rcp")}}],"ServiceControl":[{{Levels(levels, "scp")}}]}
        """);

    /// <summary>A resource whose own policy has these statements; none says that it has no policy.</summary>
    internal TestAccount ResourcePolicy(string arn, params string[] statements) => Add(AwsDatasets.ResourcePolicies, arn,
        statements.Length == 0 ? $$"""{"ResourceARN":"{{arn}}","NoPolicy":true}""" : $$"""{"ResourceARN":"{{arn}}","Policy":{"Version":"2012-10-17","Statement":[{{string.Join(',', statements)}}]} }""");

    /// <param name="of">A bucket's ARN, or the account.</param>
    internal TestAccount PublicAccessBlock(string of, bool restricts) => Add(AwsDatasets.ResourcePolicies, of + "#public-access-block",
        $$"""{ {{(of == account ? "" : $"\"ResourceARN\":\"{of}\",")}}"PublicAccessBlock":{"RestrictPublicBuckets":{{(restricts ? "true" : "false")}}} }""");

    internal TestAccount Encrypts(string bucket, string? key) => Add(AwsDatasets.ResourcePolicies, bucket + "#encryption", $$"""{"ResourceARN":"{{bucket}}","Encryption":{{(key is null ? "{}" : $$"""{"Algorithm":"aws:kms","KeyArn":"{{key}}"}""")}} }""");

    internal TestAccount Raw(string dataset, string key, string content) => Add(dataset, key, content);

    internal ScopeFacts Facts(DatasetState state = DatasetState.Complete) => new(
        Scope,
        [.. facts.OrderBy(fact => fact.Id.Dataset, StringComparer.Ordinal).ThenBy(fact => fact.Id.Key, StringComparer.Ordinal)],
        facts.Select(fact => fact.Id.Dataset).Concat([AwsDatasets.Users, AwsDatasets.Roles]).Distinct().ToImmutableSortedDictionary(dataset => (AwsDatasets.Source, dataset), _ => state));

    /// <summary>The account as a reading of it.</summary>
    internal SourceReading Reading(DatasetState state = DatasetState.Complete) => new(AwsDatasets.Source, AwsDatasets.Source, [.. AwsDatasets.Read.Select(dataset => new DatasetReading(Scope, dataset,
        dataset is AwsDatasets.TaggedResources or AwsDatasets.ResourcePolicies ? DatasetState.Partial : AwsDatasets.UserCredentials.Concat(AwsDatasets.Workloads).Contains(dataset) && !facts.Exists(fact => fact.Id.Dataset == dataset) ? DatasetState.Skipped : state, [.. facts.Where(fact => fact.Id.Dataset == dataset)]))], []);

    internal DerivedScope Derive() => AwsProvider.Create().Derive(Facts());

    private TestAccount Add(string dataset, string key, string content)
    {
        facts.Add(new(new(AwsDatasets.Source, Scope, dataset, key), CanonicalJson.Of(JsonElement.Parse(content)), "test"));
        return this;
    }

    private static string Levels(string[][] levels, string kind) => string.Join(',', levels.Select((level, i) =>
        $$"""{"Target":"level-{{i}}","Policies":[{"Id":"p-{{i}}","Name":"{{kind}}-{{i}}","Document":{"Version":"2012-10-17","Statement":[{{string.Join(',', level)}}]} } ]}"""));

    private static string Inline(string[]? statements) => statements is not { Length: > 0 } ? "[]" : $$"""[{"PolicyName":"inline","PolicyDocument":{"Version":"2012-10-17","Statement":[{{string.Join(',', statements)}}]} } ]""";

    private static string Attached(string[]? arns) => "[" + string.Join(',', (arns ?? []).Select(arn => $$"""{"PolicyArn":"{{arn}}","PolicyName":"{{arn[(arn.LastIndexOf('/') + 1)..]}}"}""")) + "]";

    private static string Boundary(string? arn) => arn is null ? "" : $$""","PermissionsBoundary":{"PermissionsBoundaryArn":"{{arn}}","PermissionsBoundaryType":"Policy"}""";
}
