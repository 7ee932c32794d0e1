using System.Diagnostics;
using NhiGraph.Loaders.Aws;
using NhiGraph.Loaders.Runs;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Loaders.Tests.Aws.Read;

public sealed class PolicySizeTests
{
    private const int Large = 64 << 20;

    [Theory]
    [InlineData("object", "NHI-AWS-015")]
    [InlineData("text", "NHI-AWS-015")]
    [InlineData("encoded", "NHI-AWS-015")]
    [InlineData("deep text", "NHI-AWS-016")]
    [InlineData("deep object", "NHI-AWS-016")]
    [InlineData("half character", "NHI-AWS-014")]
    [InlineData("half member", "NHI-AWS-014")]
    public async Task A_policy_out_of_all_bounds_is_unknown_and_its_user_kept(string form, string code)
    {
        string document = form switch
        {
            "object" => "{\"Version\":\"" + new string('x', Large) + "\"}",
            "text" => "\"{" + new string('x', Large) + "}\"",
            "encoded" => "\"%7B" + string.Concat(Enumerable.Repeat("%78", Large / 3)) + "\"",
            "deep text" => "\"" + new string('[', 500_000) + new string(']', 500_000) + "\"",
            "deep object" => new string('[', 200) + new string(']', 200),
            "half character" => "{\"Statement\":[],\"Id\":\"\\ud800\"}",
            _ => "{\"Statement\":[],\"\\ud800\":1}",
        };
        long begun = Stopwatch.GetTimestamp();
        SourceReading reading = await Exports.ReadDetails($$"""{"UserDetailList":[{"Arn":"arn:aws:iam::111122223333:user/ana","UserName":"ana","UserPolicyList":[{"PolicyName":"p","PolicyDocument":{{document}}}]}]}""");
        DatasetReading users = reading.Datasets.Single(dataset => dataset.Dataset == AwsDatasets.Users);
        Assert.Equal(DatasetState.Partial, users.State);
        Assert.Contains("{\"PolicyName\":\"p\",\"Unreadable\":true}", Assert.Single(users.Facts).Content, StringComparison.Ordinal);
        Assert.Equal(code, Assert.Single(reading.Problems).Code);
        Assert.StartsWith("page1.json#/UserDetailList/0/UserPolicyList/0/PolicyDocument", reading.Problems[0].Locator, StringComparison.Ordinal);
        Assert.True(Stopwatch.GetElapsedTime(begun) < TimeSpan.FromMinutes(3), "Time grows faster than the text: a pass that is not linear takes hours.");
    }
}
