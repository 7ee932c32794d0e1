using NhiGraph.Loaders.Aws.Live;
using NhiGraph.Loaders.Runs;
using NhiGraph.Loaders.Tests.Aws.Live.Stub;

namespace NhiGraph.Loaders.Tests.Aws.Live;

public sealed class SavedExportTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("nhigraph-live-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData(null)]
    [InlineData("ListAccessKeys")]
    [InlineData("GetAccountAuthorizationDetails")]
    [InlineData("ListRoots")]
    [InlineData("GetKeyPolicy")]
    [InlineData("ListBuckets")]
    [InlineData("GetPolicyVersion")]
    public async Task What_was_saved_reads_as_what_was_fetched(string? denied)
    {
        await using AwsStub stub = await AwsStub.StartAsync();
        stub.Instead = call => call.Operation == denied ? StubAnswer.Error(call.Service, 403, "AccessDenied") : null;
        AwsLiveExport export = await LiveRun.FetchAsync(stub);

        await export.SaveAsync(folder, TestContext.Current.CancellationToken);
        SourceReading saved = await (await AwsLiveExport.OpenAsync(folder, TestContext.Current.CancellationToken)).ReadAsync(TestContext.Current.CancellationToken);

        SourceReading fetched = await export.ReadAsync(TestContext.Current.CancellationToken);
        Assert.Equal(LiveRun.Text(fetched), LiveRun.Text(saved));
        Assert.Equal(fetched.Problems.Select(problem => problem.Code), saved.Problems.Select(problem => problem.Code));
        Assert.Equal(denied is null, saved.Problems.IsEmpty);
    }

    [Theory]
    [InlineData(null, "no folder of an account")]
    [InlineData("not json", "account, files")]
    [InlineData("{}", "account, files")]
    [InlineData("null", "account, files")]
    [InlineData("""{"account":"1","gaps":[],"notes":[]}""", "account, files")]
    [InlineData("""{"account":null,"files":[],"gaps":[],"notes":[]}""", "$.account")]
    [InlineData("""{"account":"1","files":null,"gaps":[],"notes":[]}""", "$.files")]
    [InlineData("""{"account":"1","files":[null],"gaps":[],"notes":[]}""", "account, files")]
    [InlineData("""{"account":"1","files":[{"kind":"resources"}],"gaps":[],"notes":[]}""", "$.files[0]")]
    [InlineData("""{"account":"1","files":[],"gaps":[{"dataset":"iam-users","state":"NEVER_HEARD_OF"}],"notes":[]}""", "$.gaps[0]")]
    [InlineData("""{"account":"1","files":[],"gaps":[{"dataset":"iam-users","state":"NEVER_HEARD_OF","problem":{"code":"c","statement":"s","remedy":"r","locator":null}}],"notes":[]}""", "NEVER_HEARD_OF")]
    [InlineData("""{"account":"1","files":[],"gaps":[],"notes":[null]}""", "account, files")]
    public async Task A_folder_that_nobody_saved_is_refused(string? manifest, string told)
    {
        if (manifest is not null)
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "live.json"), manifest, TestContext.Current.CancellationToken);
        }

        RefusedInputException refused = await Assert.ThrowsAsync<RefusedInputException>(() => AwsLiveExport.OpenAsync(folder, TestContext.Current.CancellationToken));
        Assert.Equal("NHI-LIV-118", refused.Problems.Single().Code);
        Assert.Contains(told, refused.Problems.Single().Statement, StringComparison.Ordinal);
    }
}
