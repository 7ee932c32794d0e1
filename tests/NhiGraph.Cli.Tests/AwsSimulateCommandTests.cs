using System.Text;
using System.Text.Json;

namespace NhiGraph.Cli.Tests;

public sealed class AwsSimulateCommandTests : IDisposable
{
    private const string Allowed = """{"id":"a","principal":{"arn":"arn:aws:iam::111111111111:user/ann"},"action":"s3:GetObject","resource":"arn:aws:s3:::b/k","identityPolicies":[{"name":"p","document":{"Statement":{"Sid":"All","Effect":"Allow","Action":"*","Resource":"*"}}}]}""";
    private const string Denied = """{"id":"d","principal":{"anonymous":true},"action":"s3:GetObject","resource":"arn:aws:s3:::b/k"}""";

    private readonly CommandRun run = new();

    public void Dispose() => run.Dispose();

    [Fact]
    public async Task Simulate_Cases_AnswersEachOnALineInTheirOrder()
    {
        Assert.Equal(ExitCode.Done, await run.RunAsync("aws", "simulate", "--cases", run.Write("cases.jsonl", Allowed + "\n\n" + Denied + "\n")));
        Assert.Equal("""{"id":"a","decision":"ALLOWED","decidedBy":[{"policy":"p","kind":"IDENTITY","statement":0,"sid":"All"}],"conditions":[]}""", run.Out.Split('\n')[0]);
        Assert.Equal(["a ALLOWED", "d IMPLICITLY_DENIED"], Answers().Select(answer => $"{answer.GetProperty("id")} {answer.GetProperty("decision")}"));
    }

    [Fact]
    public async Task Simulate_CaseThatCannotBeDecided_SaysSoInItsPlaceAndTheRestGoOn()
    {
        Assert.Equal(ExitCode.DoneInPart, await run.RunAsync("aws", "simulate", "--cases", run.Write("cases.jsonl", Allowed + "\nnonsense\n" + Denied)));
        Assert.Equal([false, true, false], Answers().Select(answer => answer.TryGetProperty("error", out _)));
    }

    [Fact]
    public async Task Simulate_MoreThanABufferOfCases_AnswersAll()
    {
        Assert.Equal(ExitCode.Done, await run.RunAsync("aws", "simulate", "--cases", run.Write("cases.jsonl", string.Join('\n', Enumerable.Repeat(Allowed, 2000)))));
        Assert.Equal(2000, Answers().Length);
    }

    [Fact]
    public async Task Simulate_FileThatIsNotThere_IsBadInput()
    {
        Assert.Equal(ExitCode.BadInput, await run.RunAsync("aws", "simulate", "--cases", Path.Combine(run.Folder, "none.jsonl")));
        Assert.Contains("none.jsonl cannot be read", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Simulate_Dash_ReadsStandardInput()
    {
        using var output = new StringWriter();
        var surroundings = new Surroundings(output, TextWriter.Null, Interactive: false, _ => null, TimeProvider.System) { In = () => new MemoryStream(Encoding.UTF8.GetBytes(Denied)) };
        Assert.Equal(ExitCode.Done, await CommandTree.RunAsync(["aws", "simulate", "--cases", "-"], surroundings, TestContext.Current.CancellationToken));
        Assert.Contains("IMPLICITLY_DENIED", output.ToString(), StringComparison.Ordinal);
    }

    private JsonElement[] Answers() => [.. run.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line))];
}
