using NhiGraph.Api.Tests.Estates;
using NhiGraph.Loaders.Aws;
using NhiGraph.Loaders.Aws.Derive;
using NhiGraph.Loaders.People.Derive;
using NhiGraph.Loaders.Runs;
using NhiGraph.Loaders.Sample;
using NhiGraph.Storage.Memory;

namespace NhiGraph.Api.Tests.AwsAccess;

/// <summary>Whether a principal may do one thing, asked of the sample estate as it was loaded.</summary>
public sealed class AwsAccessTests
{
    private const string Production = "aws:arn:aws:iam::111122223333:";

    private static async Task<Asking> SampleAsync(params string[] without)
    {
        var store = new MemoryGraphStore();
        foreach (SourceReading whole in await SampleEstate.ReadAsync(TestContext.Current.CancellationToken))
        {
            SourceReading reading = whole with { Datasets = [.. whole.Datasets.Where(dataset => !without.Contains(dataset.Dataset))] };
            await LoadRun.ExecuteAsync(store, reading, [AwsProvider.Create(), PeopleProvider.Create()], TimeProvider.System, TestContext.Current.CancellationToken);
        }

        return Asking.Of(store);
    }

    private static string Ask(string principal, string action, string resource, string fields, string context = "") =>
        $$"""{ awsAccess(principal: "{{Production}}{{principal}}", action: "{{action}}", resource: "{{resource}}"{{context}}) { decision {{fields}} } }""";

    [Fact]
    public async Task What_decided_is_named()
    {
        await using Asking asking = await SampleAsync();
        await asking.ExpectAsync(Ask("role/dev-experiments", "iam:CreateUser", "*", "statement decidedBy { policy kind statement sid reason } conditions { statement }"), """
            {"awsAccess":{"decision":"EXPLICITLY_DENIED","statement":"dev-experiments may not do iam:CreateUser on *: it is denied by the permissions boundary developer-boundary, statement 2.",
             "decidedBy":[{"policy":"developer-boundary","kind":"BOUNDARY","statement":1,"sid":null,"reason":null}],"conditions":[]}}
            """);
        await asking.ExpectAsync(Ask("role/dev-experiments", "ec2:RunInstances", "*", "decidedBy { policy kind statement reason }"), """
            {"awsAccess":{"decision":"IMPLICITLY_DENIED","decidedBy":[{"policy":"developer-boundary","kind":"BOUNDARY","statement":null,"reason":"the permissions boundary does not allow ec2:RunInstances on *"}]}}
            """);
    }

    [Fact]
    public async Task What_nobody_told_stays_a_condition_until_it_is_told()
    {
        await using Asking asking = await SampleAsync();
        string role = Production + "role/data-lake-reader";
        await asking.ExpectAsync(Ask("user/people/marco.rossi", "sts:AssumeRole", role, "resource conditions { condition { key operator values } allOf { statement } }"), """
            {"awsAccess":{"decision":"CONDITIONAL","resource":"arn:aws:iam::111122223333:role/data-lake-reader","conditions":[{"condition":{"key":"aws:MultiFactorAuthPresent","operator":"Bool","values":["true"]},"allOf":[]}]}}
            """);
        await asking.ExpectAsync(Ask("user/people/marco.rossi", "sts:AssumeRole", role, "conditions { statement }", """, context: [{key: "aws:MultiFactorAuthPresent", values: ["true"]}]"""), """{"awsAccess":{"decision":"ALLOWED","conditions":[]}}""");
        await asking.ExpectAsync(Ask("user/people/marco.rossi", "sts:AssumeRole", role, "conditions { statement }", """, context: [{key: "aws:MultiFactorAuthPresent", values: []}]"""), """{"awsAccess":{"decision":"IMPLICITLY_DENIED","conditions":[]}}""");
    }

    [Fact]
    public async Task What_was_not_read_is_an_assumption()
    {
        await using Asking asking = await SampleAsync(AwsDatasets.Organization, AwsDatasets.ResourcePolicies);
        await asking.ExpectAsync(Ask("role/thumbnail-lambda", "s3:GetObject", "arn:aws:s3:::acme-prod-customer-data/x", "assumptions { code demotes }"), """
            {"awsAccess":{"decision":"IMPLICITLY_DENIED","assumptions":[{"code":"AWS_ORGANIZATION_POLICIES_NOT_READ","demotes":0},{"code":"AWS_RESOURCE_POLICIES_NOT_READ","demotes":0}]}}
            """);
    }

    [Fact]
    public async Task A_policy_of_the_organisation_is_named_with_its_id()
    {
        await using Asking asking = await SampleAsync();
        await asking.ExpectAsync(Ask("user/people/ana.lindqvist", "s3:DeleteObject", "arn:aws:s3:::acme-prod-audit-logs/2026/11", "statement decidedBy { policy kind statement sid }"), """
            {"awsAccess":{"decision":"EXPLICITLY_DENIED","statement":"ana.lindqvist may not do s3:DeleteObject on arn:aws:s3:::acme-prod-audit-logs/2026/11: it is denied by the service control policy guardrails (p-guardrails) on r-acme, statement 1 (Sid KeepAuditLogs).",
             "decidedBy":[{"policy":"guardrails (p-guardrails) on r-acme","kind":"SCP","statement":0,"sid":"KeepAuditLogs"}]}}
            """);
    }

    [Theory]
    [InlineData("role/nobody", "s3:GetObject", "*", "NOT_FOUND")]
    [InlineData("role/thumbnail-lambda", "s3:Get*", "*", "BAD_ARGUMENT")]
    [InlineData("role/thumbnail-lambda", "s3:GetObject", "picture", "BAD_ARGUMENT")]
    public async Task A_question_that_has_no_answer_says_why(string principal, string action, string resource, string code)
    {
        await using Asking asking = await SampleAsync();
        await asking.ExpectErrorAsync(Ask(principal, action, resource, ""), code);
    }
}
