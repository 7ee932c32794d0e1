using System.Diagnostics;
using NhiGraph.Loaders.Tests.Runs;
using NhiGraph.Storage.Sqlite;

namespace NhiGraph.Cli.Tests.Moto;

/// <summary>A live load of moto's account against the same account from files that botocore, which the AWS CLI prints, made.</summary>
public sealed class MotoTests : IDisposable
{
    /// <summary>What <c>export.py</c> exports.</summary>
    private static readonly string[] Exported = ["iam-users", "iam-groups", "iam-roles", "iam-policies", "credential-report", "access-keys", "tagged-resources", "organization-policies", "s3-buckets", "kms-keys", "sqs-queues", "sns-topics", "secrets", "ecr-repositories", "dynamodb-tables", "resource-policies"];

    private readonly CommandRun run = new();

    public void Dispose() => run.Dispose();

    [Fact]
    public async Task Live_of_100_users_and_200_roles_equals_the_export_of_the_same_account()
    {
        string? program = MotoServer.OnPath("moto_server"), python = MotoServer.OnPath("python3");
        Assert.SkipWhen(program is null, "moto_server is not on the path.");
        Assert.SkipWhen(python is null, "python3 is not on the path.");
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        await using MotoServer server = await MotoServer.StartAsync(program!, cancellation);
        await new MotoAccount(server).FillAsync(cancellation);
        foreach ((string name, string value) in server.Environment)
        {
            run.Environment[name] = value;
        }

        long begun = Stopwatch.GetTimestamp();
        int live = await LoadAsync("live", "--live", "--regions", "eu-west-1", "us-east-1", "--save", Path.Combine(run.Folder, "saved"));
        TestContext.Current.TestOutputHelper?.WriteLine($"live load: {Stopwatch.GetElapsedTime(begun).TotalSeconds:F1} s\n{run.Out}{run.Error}");
        string told = Datasets(run.Out);
        await ExportAsync(python!, server, cancellation);
        int files = await LoadAsync("files", [.. ((string[])["authorization-details", "credential-report", "access-keys", "resources", "organization", "inventory", "resource-policies"]).SelectMany(kind => (string[])["--" + kind, Path.Combine(run.Folder, kind + ".json")])]);
        // moto lists managed policies without their names, so that nobody knows what they allow: both loads tell it, of each.
        Assert.Equal((ExitCode.DoneInPart, ExitCode.DoneInPart), (live, files));
        Assert.Equal(Datasets(run.Out), told);
        Assert.Equal(ExitCode.DoneInPart, await LoadAsync("saved", "--from", Path.Combine(run.Folder, "saved")));

        string content = await ContentAsync("live");
        Assert.Equal(200, content.Split('\n').Count(line => line.StartsWith("fact ", StringComparison.Ordinal) && line.Contains("Dataset = iam-roles,", StringComparison.Ordinal)));
        Assert.Equal(13, content.Split('\n').Count(line => line.StartsWith("fact ", StringComparison.Ordinal) && line.Contains("Dataset = resource-policies,", StringComparison.Ordinal)));
        Assert.Equal(await ContentAsync("files"), content);
        Assert.Equal(content, await ContentAsync("saved"));
    }

    private async Task ExportAsync(string python, MotoServer server, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(python, [Path.Combine(AppContext.BaseDirectory, "Moto", "export.py"), run.Folder, "eu-west-1", "us-east-1"]) { RedirectStandardError = true };
        foreach ((string name, string value) in server.Environment)
        {
            start.Environment[name] = value;
        }

        using Process process = Process.Start(start)!;
        string error = await process.StandardError.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        Assert.SkipWhen(error.Contains("No module named 'botocore'", StringComparison.Ordinal), "python3 has no botocore.");
        Assert.True(process.ExitCode == 0, error);
    }

    /// <summary>What was told of each dataset; not which run it was, nor where.</summary>
    private static string Datasets(string told) => string.Join('\n', told.Split('\n').Where(line => line.StartsWith("aws:", StringComparison.Ordinal) && Exported.Any(dataset => line.Contains($"  {dataset}  ", StringComparison.Ordinal))));

    private Task<int> LoadAsync(string store, params string[] options) => run.RunAsync(["load", "aws", .. options, "--store", "sqlite:" + Path.Combine(run.Folder, store + ".db")]);

    private async Task<string> ContentAsync(string store)
    {
        await using SqliteGraphStore opened = await SqliteGraphStore.OpenAsync(Path.Combine(run.Folder, store + ".db"), create: false, TestContext.Current.CancellationToken);
        return await StoreContent.OfAsync(opened, ["aws:123456789012", "join:aws:123456789012"], TestContext.Current.CancellationToken);
    }
}
