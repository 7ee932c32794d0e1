using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using NhiGraph.Loaders.Aws;
using NhiGraph.Loaders.Aws.Data;
using NhiGraph.Loaders.Aws.Read;
using NhiGraph.Loaders.Input;
using NhiGraph.Loaders.Runs;
using NhiGraph.Loaders.Sample;
using NhiGraph.Loaders.Tests.Aws.Read;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Loaders.Tests.Sample;

public sealed partial class SampleEstateTests
{
    [Fact]
    public async Task The_real_loader_reads_it_whole_and_without_a_problem()
    {
        SourceReading reading = await Read();
        Assert.Empty(reading.Problems);
        Assert.Equal(["aws:111122223333", "aws:444455556666"], reading.Datasets.Select(dataset => dataset.Scope).Distinct());
        // Everything that runs is listed; of what only is there, what has tags, and secrets, providers and queues of Batch; devices of MFA are not.
        HashSet<string> unlisted = [.. WorkloadKind.All.Where(kind => kind.Consumer is null && kind.Dataset is not ("secrets" or "oidc-providers" or "saml-providers" or "batch-job-queues")).Select(kind => kind.Dataset), "mfa-devices"];
        Assert.All(reading.Datasets, dataset => Assert.Equal(unlisted.Contains(dataset.Dataset) ? DatasetState.Skipped
            : dataset.Dataset is AwsDatasets.TaggedResources or AwsDatasets.CloudTrail or AwsDatasets.ResourcePolicies ? DatasetState.Partial : DatasetState.Complete, dataset.State));
        Assert.Equal(65, FactsOf(reading, AwsDatasets.Users).Count() + FactsOf(reading, AwsDatasets.Roles).Count());
        Assert.Equal(11, FactsOf(reading, AwsDatasets.AccessKeys).Count());
    }

    [Fact]
    public async Task Written_to_a_folder_it_reads_the_same()
    {
        string folder = Directory.CreateTempSubdirectory("nhigraph-").FullName;
        ImmutableArray<string> paths = await SampleEstate.WriteAsync(folder, TestContext.Current.CancellationToken);
        Assert.Equal(23, paths.Length);
        ImmutableArray<ExportFile> Named(string name) => [.. paths.Where(path => path.EndsWith(name, StringComparison.Ordinal)).Select(ExportFile.OnDisk)];
        SourceReading written = await Exports.Read(new AwsExportFiles(Named("details.json"), Named("report.csv"), Named("keys.json"), Named("resources.json")) { CloudTrail = Named("cloudtrail.json"), Credentials = Named("credentials.json"), Inventory = Named("inventory.json"), ResourcePolicies = Named("policies.json"), Organization = Named("organization.json") });
        Assert.Equal(Facts(await Read()), Facts(written));
        Directory.Delete(folder, recursive: true);

        static IEnumerable<(FactKey, string)> Facts(SourceReading reading) => reading.Datasets.SelectMany(dataset => dataset.Facts).Select(fact => (fact.Id, fact.Content));
    }

    [Fact]
    public async Task Nothing_in_it_could_be_anybody_elses()
    {
        SourceReading reading = await Read();
        string all = string.Join('\n', reading.Datasets.SelectMany(dataset => dataset.Facts).Select(fact => fact.Content));
        Assert.All(FactsOf(reading, AwsDatasets.AccessKeys), fact => Assert.Matches("^AKIA[A-Z2-7]{9}EXAMPLE$", fact.Id.Key));
        Assert.Subset(new HashSet<string> { "111122223333", "444455556666", "999988887777", "999988886666" }, Account().Matches(all).Select(match => match.Groups[1].Value).ToHashSet());
        Assert.All(Mail().Matches(all), match => Assert.EndsWith("@acme.example", match.Value, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_key_that_the_story_asks_for_is_in_it()
    {
        SourceReading reading = await Read();
        HashSet<string> known = [.. reading.Datasets.SelectMany(dataset => dataset.Facts).Select(fact => fact.Id.Key)];
        string story = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "src", "NhiGraph.Loaders", "Sample", "README.md"), TestContext.Current.CancellationToken);
        string[] asked = [.. Key().Matches(story).Select(match => match.Groups[1].Value)];
        Assert.True(asked.Length >= 9);
        var (graph, problems) = SampleGraph.Of(reading);
        Assert.Empty(problems);
        Assert.All(asked, key => Assert.True(graph.TryFind(key, out _), key));
        string[] names = [.. Name().Matches(story[..story.IndexOf("## What to ask", StringComparison.Ordinal)]).Select(match => match.Groups[1].Value)];
        HashSet<string> last = [.. known.Select(key => key[(key.LastIndexOf('/') + 1)..])];
        Assert.All(names.Where(name => name.Contains('-', StringComparison.Ordinal)), name => Assert.Contains(name, last));
    }

    [Fact]
    public async Task It_has_what_the_issue_names()
    {
        SourceReading reading = await Read();
        JsonElement Fact(string dataset, string end)
        {
            using JsonDocument content = JsonDocument.Parse(FactsOf(reading, dataset).Single(fact => fact.Id.Key.EndsWith(end, StringComparison.Ordinal)).Content);
            return content.RootElement.Clone();
        }

        Assert.Contains("repo:acme-example/webshop:ref:refs/heads/main", Fact(AwsDatasets.Roles, "role/ci-deploy").GetProperty("AssumeRolePolicyDocument").GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("ExternalId", Fact(AwsDatasets.Roles, "role/observability-vendor").GetProperty("AssumeRolePolicyDocument").GetRawText(), StringComparison.Ordinal);
        Assert.Contains("ExternalId", Fact(AwsDatasets.Roles, "role/cost-vendor").GetProperty("AssumeRolePolicyDocument").GetRawText(), StringComparison.Ordinal);
        Assert.Equal("2019-03-14T15:22:00Z", Fact(AwsDatasets.CredentialReport, "user/service/report-export-script").GetProperty("access_key_1_last_rotated").GetString());
        Assert.Equal("s3", Fact(AwsDatasets.CredentialReport, "user/service/backup-agent").GetProperty("access_key_1_last_used_service").GetString());
        string thumbnails = Fact(AwsDatasets.Roles, "role/thumbnail-lambda").GetRawText();
        Assert.Contains("iam:PassRole", thumbnails, StringComparison.Ordinal);
        Assert.Contains("lambda:CreateFunction", thumbnails, StringComparison.Ordinal);
        Assert.Contains("restricted", Fact(AwsDatasets.TaggedResources, "acme-prod-lake-restricted").GetRawText(), StringComparison.Ordinal);
        Assert.Equal("Inactive", Fact(AwsDatasets.AccessKeys, "AKIALEGACYFTPEXAMPLE").GetProperty("Status").GetString());
        string all = string.Concat(reading.Datasets.SelectMany(dataset => dataset.Facts).Select(fact => fact.Content));
        Assert.All((string[])["NotAction", "\"Deny\"", "PermissionsBoundaryArn", "aws:MultiFactorAuthPresent", "aws:SourceIp", "iam::444455556666:root", "system:serviceaccount:shop:checkout"], text => Assert.Contains(text, all, StringComparison.Ordinal));
    }

    private static Task<SourceReading> Read() => Exports.Read(SampleEstate.Files);

    private static IEnumerable<Fact> FactsOf(SourceReading reading, string dataset) => reading.Datasets.Where(found => found.Dataset == dataset).SelectMany(found => found.Facts);

    [GeneratedRegex(@"arn:aws:[a-z0-9-]*:[a-z0-9-]*:(\d{12}):")]
    private static partial Regex Account();

    [GeneratedRegex(@"[\w.]+@[\w.]+")]
    private static partial Regex Mail();

    [GeneratedRegex("\"((?:aws|oidc):[^\"]+)\"")]
    private static partial Regex Key();

    [GeneratedRegex("`([a-z0-9-]+)`")]
    private static partial Regex Name();
}
