using System.Collections.Immutable;
using System.Text;
using NhiGraph.Loaders.Aws.Live;
using NhiGraph.Loaders.Aws.Read;
using NhiGraph.Loaders.Input;
using NhiGraph.Loaders.Runs;
using NhiGraph.Loaders.Tests.Aws.Live.Stub;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Loaders.Tests.Aws.Live;

/// <summary>A live load of the stub, with waits that suit a test.</summary>
internal static class LiveRun
{
    internal static readonly LiveTiming Fast = new()
    {
        Attempts = 3, FirstWait = TimeSpan.FromMilliseconds(1), LongestWait = TimeSpan.FromMilliseconds(2), Answer = TimeSpan.FromSeconds(20), ReportPoll = TimeSpan.FromMilliseconds(1), Report = TimeSpan.FromSeconds(30), Faster = 10_000,
    };

    internal static Task<AwsLiveExport> FetchAsync(AwsStub stub, LiveTiming? timing = null, Func<string, string?>? variable = null, Action<string>? told = null, ImmutableArray<string> roles = default) => AwsLive.FetchAsync(
        new AwsLiveOptions(null, roles.IsDefault ? [] : roles, []), variable ?? stub.Variable, TimeProvider.System, timing ?? Fast, told ?? (_ => { }), TestContext.Current.CancellationToken);

    internal static async Task<SourceReading> ReadAsync(AwsStub stub, LiveTiming? timing = null, ImmutableArray<string> roles = default) =>
        await (await FetchAsync(stub, timing, roles: roles)).ReadAsync(TestContext.Current.CancellationToken);

    /// <summary>The same account, from the files that the AWS CLI would print.</summary>
    /// <param name="changed">The kind of files that have another text, if any.</param>
    internal static Task<SourceReading> ReadFilesAsync(string? changed = null, string? instead = null)
    {
        ImmutableArray<ExportFile> Of(string kind) => [new ExportFile(kind + ".json", () => new MemoryStream(Encoding.UTF8.GetBytes(kind == changed ? instead! : StubAccount.Export[kind])))];
        return AwsExport.ReadAsync(new AwsExportFiles(Of("authorization-details"), Of("credential-report"), Of("access-keys"), Of("resources")) { Organization = Of("organization"), Inventory = Of("inventory"), Credentials = Of("credentials"), ResourcePolicies = Of("resource-policies") }, TestContext.Current.CancellationToken);
    }

    /// <summary>States and facts, without places.</summary>
    internal static string Text(SourceReading reading) => string.Join('\n', reading.Datasets.SelectMany(dataset => (string[])[$"{dataset.Scope} {dataset.Dataset} {dataset.State}", .. dataset.Facts.Select(fact => $"    {fact.Id.Key} {fact.Content}")]));

    internal static DatasetState State(this SourceReading reading, string dataset, string account = StubAccount.Id) => reading.Datasets.Single(read => read.Scope == "aws:" + account && read.Dataset == dataset).State;
}
