namespace NhiGraph.Cli.Tests;

public sealed class CommandTreeTests : IDisposable
{
    private readonly CommandRun run = new();

    public void Dispose() => run.Dispose();

    [Theory]
    [InlineData("nonsense")]
    [InlineData("load")]
    [InlineData("load", "aws")]
    [InlineData("aws", "simulate")]
    [InlineData("ask")]
    [InlineData("ready", "--url", "here")]
    [InlineData("copy", "--from", "sqlite:a.db")]
    [InlineData("copy", "--from", "sqlite:a.db", "--to", "sqlite:a.db")]
    [InlineData("demo", "--port", "many")]
    [InlineData("status", "--store", "postgres://x")]
    public async Task Arguments_Wrong_AreBadInputWithAReason(params string[] arguments)
    {
        Assert.Equal(ExitCode.BadInput, await run.RunAsync(arguments));
        Assert.NotEmpty(run.Error);
    }

    [Fact]
    public async Task Help_NamesEveryCommand()
    {
        Assert.Equal(ExitCode.Done, await run.RunAsync("--help"));
        Assert.All((string[])["demo", "load", "derive", "serve", "ask", "status", "copy", "ready", "aws"], command => Assert.Contains(command, run.Out, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Help_OfACommandWithRequiredOptions_IsDone() => Assert.Equal(ExitCode.Done, await run.RunAsync("load", "aws", "--help"));
}
