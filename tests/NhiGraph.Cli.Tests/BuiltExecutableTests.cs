using System.Diagnostics;

namespace NhiGraph.Cli.Tests;

/// <summary>The program as it is built, from outside: arguments, streams and exit codes.</summary>
public sealed class BuiltExecutableTests : IDisposable
{
    private readonly CommandRun run = new();

    public void Dispose() => run.Dispose();

    [Fact]
    public async Task Program_LoadsAndAnswers()
    {
        string export = run.Write("export.json", SmallExport.Details);

        (int loaded, string told, _) = await ExecuteAsync("load", "aws", "--authorization-details", export);
        (int asked, string answer, _) = await ExecuteAsync("ask", "{ graphVersion }");

        Assert.Equal(ExitCode.Done, loaded);
        Assert.Contains("run 1 in sqlite:nhigraph.db", told, StringComparison.Ordinal);
        Assert.Equal((ExitCode.Done, """{"data":{"graphVersion":"1"}}"""), (asked, answer.Trim()));
    }

    [Fact]
    public async Task Program_WrongArguments_EndsWithTwo()
    {
        (int code, string output, string error) = await ExecuteAsync("nonsense");

        Assert.Equal(ExitCode.BadInput, code);
        Assert.Contains("nonsense", output + error, StringComparison.Ordinal);
    }

    private async Task<(int Code, string Out, string Error)> ExecuteAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "nhigraph.exe" : "nhigraph"), arguments)
        {
            WorkingDirectory = run.Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Remove(StoreAddress.Variable);
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        Task<string> error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output, await error);
    }
}
