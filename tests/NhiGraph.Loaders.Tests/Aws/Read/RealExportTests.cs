using System.Text.Json;
using NhiGraph.Loaders.Aws;
using NhiGraph.Loaders.Aws.Read;
using NhiGraph.Loaders.Input;
using NhiGraph.Loaders.Runs;

namespace NhiGraph.Loaders.Tests.Aws.Read;

/// <summary>Exports that others published; they are not part of the repository.</summary>
public sealed class RealExportTests
{
    private static readonly string Folder = Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared", "data", "aws"));

    [Fact]
    public async Task Iam_vulnerable_is_read_whole()
    {
        SourceReading reading = await Read("iam-vulnerable.authorization-details.json");
        Assert.Empty(reading.Problems);
        Assert.Equal(["aws:012345678901", "aws:200611803367"], reading.Datasets.Select(dataset => dataset.Scope).Distinct());
        Assert.Equal((44, 5, 78, 84), (Keys(reading, AwsDatasets.Users), Keys(reading, AwsDatasets.Groups), Keys(reading, AwsDatasets.Roles), Keys(reading, AwsDatasets.Policies)));
    }

    [Fact]
    public async Task Every_policy_of_iam_vulnerable_comes_out_as_it_went_in()
    {
        SourceReading reading = await Read("iam-vulnerable.authorization-details.json");
        using JsonDocument export = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(Folder, "iam-vulnerable.authorization-details.json"), TestContext.Current.CancellationToken));
        Dictionary<string, JsonElement> records = export.RootElement.EnumerateObject().SelectMany(list => list.Value.EnumerateArray()).ToDictionary(record => record.GetProperty("Arn").GetString()!);
        int compared = 0;
        foreach (var fact in reading.Datasets.SelectMany(dataset => dataset.Facts))
        {
            using JsonDocument content = JsonDocument.Parse(fact.Content);
            JsonElement record = records[fact.Id.Key];
            foreach ((string list, string name, string document) in (IEnumerable<(string, string, string)>)[("UserPolicyList", "PolicyName", "PolicyDocument"), ("RolePolicyList", "PolicyName", "PolicyDocument"), ("PolicyVersionList", "VersionId", "Document")])
            {
                JsonElement[] before = record.TryGetProperty(list, out JsonElement given) ? [.. given.EnumerateArray()] : [];
                JsonElement[] after = content.RootElement.TryGetProperty(list, out JsonElement kept) ? [.. kept.EnumerateArray()] : [];
                Assert.Equal(before.Length, after.Length);
                foreach (JsonElement policy in before)
                {
                    JsonElement same = Assert.Single(after, item => item.GetProperty(name).GetString() == policy.GetProperty(name).GetString());
                    Assert.True(JsonElement.DeepEquals(policy.GetProperty(document), same.GetProperty(document)));
                    compared++;
                }
            }

            if (record.TryGetProperty("AssumeRolePolicyDocument", out JsonElement trust))
            {
                Assert.True(JsonElement.DeepEquals(trust, content.RootElement.GetProperty("AssumeRolePolicyDocument")));
                compared++;
            }
        }

        Assert.True(compared > 200, $"Only {compared} documents were compared.");
    }

    [Fact]
    public async Task Fixinventory_lacks_policies_that_it_attaches()
    {
        SourceReading reading = await Read("fixinventory.authorization-details.json");
        Assert.Equal(["aws:test"], reading.Datasets.Select(dataset => dataset.Scope).Distinct());
        Assert.Equal((3, 1, 2, 4), (Keys(reading, AwsDatasets.Users), Keys(reading, AwsDatasets.Groups), Keys(reading, AwsDatasets.Roles), Keys(reading, AwsDatasets.Policies)));
        Assert.Equal(5, reading.Problems.Length);
        Assert.All(reading.Problems, problem => Assert.Equal("NHI-AWS-018", problem.Code));
    }

    private static async Task<SourceReading> Read(string file)
    {
        string path = Path.Combine(Folder, file);
        Assert.SkipUnless(File.Exists(path), $"{path} is not there.");
        return await Exports.Read(Exports.Files([ExportFile.OnDisk(path)]));
    }

    private static int Keys(SourceReading reading, string dataset) =>
        reading.Datasets.Where(found => found.Dataset == dataset).SelectMany(found => found.Facts).Select(fact => fact.Id.Key).Distinct().Count();
}
