using NhiGraph.Loaders.Tests.Aws.Live.Stub;
using NhiGraph.Loaders.Tests.Runs;
using NhiGraph.Storage.Sqlite;

namespace NhiGraph.Cli.Tests;

/// <summary><c>load aws --live</c> against AWS on loopback.</summary>
public sealed class LoadAwsLiveTests : IAsyncLifetime
{
    private readonly CommandRun run = new();
    private AwsStub stub = null!;

    public async ValueTask InitializeAsync()
    {
        stub = await AwsStub.StartAsync();
        foreach (string name in (string[])["AWS_ENDPOINT_URL", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_REGION"])
        {
            run.Environment[name] = stub.Variable(name)!;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stub.DisposeAsync();
        run.Dispose();
    }

    [Fact]
    public async Task Live_EqualsTheFilesOfTheCliAndWhatWasSaved()
    {
        string saved = Path.Combine(run.Folder, "saved");
        int code = await LoadAsync("live", "--live", "--save", saved);
        Assert.True(code == ExitCode.Done, run.Out + run.Error);
        Assert.Contains("aws:111122223333  iam-users  COMPLETE  3 facts", run.Out, StringComparison.Ordinal);
        Assert.Contains("--from " + saved, run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(AwsStub.Secret, run.Out + run.Error, StringComparison.Ordinal);
        int calls = stub.Calls.Count;
        Assert.Equal(ExitCode.Done, await LoadAsync("saved", "--from", saved));
        Assert.Equal(calls, stub.Calls.Count);
        Assert.Equal(ExitCode.Done, await LoadAsync("files", [.. StubAccount.Export.SelectMany(file => (string[])["--" + file.Key, run.Write(file.Key + ".json", file.Value)])]));

        string live = await ContentAsync("live");
        Assert.Contains("node aws:arn:aws:iam::111122223333:role/resize", live, StringComparison.Ordinal);
        Assert.Equal(await ContentAsync("files"), live);
        Assert.Equal(live, await ContentAsync("saved"));
    }

    [Fact]
    public async Task Live_OneCallDenied_IsDoneInPartAndSaysWhatToAllow()
    {
        stub.Instead = call => call.Operation == "GetResources" ? StubAnswer.Error("tagging", 400, "AccessDeniedException") : null;

        Assert.Equal(ExitCode.DoneInPart, await LoadAsync("live", "--live"));

        Assert.Contains("aws:111122223333  tagged-resources  DENIED  0 facts", run.Out, StringComparison.Ordinal);
        Assert.Contains("NHI-LIV-101 resourcegroupstaggingapi:GetResources in eu-west-1", run.Error, StringComparison.Ordinal);
        Assert.Contains("tag:GetResources", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Live_CredentialsNotAccepted_IsNotReachableAndMakesNoStore()
    {
        stub.Instead = _ => StubAnswer.Error("sts", 403, "InvalidClientTokenId");

        Assert.Equal(ExitCode.NotReachable, await LoadAsync("live", "--live"));

        Assert.Contains("NHI-LIV-104", run.Error, StringComparison.Ordinal);
        Assert.Contains("nothing stored was changed", run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(run.Folder, "live.db")));
    }

    [Fact]
    public async Task Live_NoSuchProfile_IsNotReachableAndNamesIt()
    {
        Assert.Equal(ExitCode.NotReachable, await LoadAsync("live", "--live", "--profile", "nobody-has-this-profile"));
        Assert.Contains("NHI-LIV-112: There is no profile nobody-has-this-profile", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--profile", "x")]
    [InlineData("--save", "x")]
    [InlineData("--live", "--from", "x")]
    [InlineData("--live", "--cloudtrail", "x.json")]
    [InlineData("--from", "x", "--authorization-details", "x.json")]
    [InlineData("--from", "nowhere")]
    public async Task Options_that_do_not_go_together_are_bad_use(params string[] options)
    {
        Assert.Equal(ExitCode.BadInput, await LoadAsync("live", options));
        Assert.Empty(stub.Calls);
    }

    [Fact]
    public async Task Print_policy_prints_it_and_asks_nobody()
    {
        Assert.Equal(ExitCode.Done, await run.RunAsync("load", "aws", "--print-policy"));
        Assert.Contains("\"iam:GetAccountAuthorizationDetails\"", run.Out, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, await run.RunAsync("load", "aws", "--print-policy", "--role-arn", "arn:aws:iam::111122223333:role/nhigraph"));
        Assert.Contains("\"sts:AssumeRole\"", run.Out, StringComparison.Ordinal);
        Assert.Contains("arn:aws:iam::111122223333:role/nhigraph", run.Out, StringComparison.Ordinal);
        Assert.Empty(stub.Calls);
    }

    private Task<int> LoadAsync(string store, params string[] options) => run.RunAsync(["load", "aws", .. options, "--store", "sqlite:" + Path.Combine(run.Folder, store + ".db")]);

    private async Task<string> ContentAsync(string store)
    {
        await using SqliteGraphStore opened = await SqliteGraphStore.OpenAsync(Path.Combine(run.Folder, store + ".db"), create: false, TestContext.Current.CancellationToken);
        return await StoreContent.OfAsync(opened, ["aws:111122223333", "join:aws:111122223333"], TestContext.Current.CancellationToken);
    }
}
