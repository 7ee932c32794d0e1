using System.Text.Json;

namespace NhiGraph.Cli.Tests;

/// <summary>People, applications and owners, loaded before or after the account they have to do with.</summary>
public sealed class LoadPeopleCommandTests : IDisposable
{
    private const string Hr = "employee id,name,email,status,termination date\n1042,Ana Lindqvist,ana@acme.example,Terminated,2025-03-01\n";
    private const string Owners = "id,role,person,since\narn:aws:iam::111122223333:user/*,technical,1042,2024-01-01\n";
    private const string Question = "{ humans: search(text: \"Ana\", kinds: [HUMAN]) { nodes { key name ... on Human { employeeId status departedAt } } } node(id: \"USER\") { ... on Identity { owners { state nodes { role owner { key } since active } } } } }";

    private readonly CommandRun run = new();

    public void Dispose() => run.Dispose();

    [Fact]
    public async Task Load_InAnyOrder_GivesTheSameAnswers()
    {
        string[][] loads = [["people", "--hr", run.Write("hr.csv", Hr)], ["aws", "--authorization-details", run.Write("export.json", SmallExport.Details)], ["owners", "--file", run.Write("owners.csv", Owners)]];
        var answers = new List<string>();
        foreach (int[] order in (int[][])[[0, 1, 2], [2, 1, 0], [1, 2, 0]])
        {
            string store = $"sqlite:{Path.Combine(run.Folder, string.Concat(order))}.db";
            foreach (int load in order)
            {
                // A list of owners that comes before the people has owners of whom nothing is known; nothing is wrong with that.
                Assert.Equal(ExitCode.Done, await run.RunAsync(["load", .. loads[load], "--store", store]));
            }

            Assert.Equal(ExitCode.Done, await run.RunAsync("ask", Question.Replace("USER", SmallExport.User, StringComparison.Ordinal), "--store", store));
            using JsonDocument answer = JsonDocument.Parse(run.Out[run.Out.LastIndexOf("{\"data\"", StringComparison.Ordinal)..]);
            answers.Add(answer.RootElement.GetProperty("data").GetRawText());
        }

        Assert.Single(answers.Distinct());
        Assert.Contains("""{"key":"human:1042","name":"Ana Lindqvist","employeeId":"1042","status":"DEPARTED","departedAt":"2025-03-01T00:00:00Z"}""", answers[0], StringComparison.Ordinal);
        Assert.Contains("""{"role":"TECHNICAL","owner":{"key":"human:1042"},"since":"2024-01-01T00:00:00Z","active":false}""", answers[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Load_PeopleOfTwoSources_IsARunEach()
    {
        int code = await run.RunAsync("load", "people", "--hr", run.Write("hr.csv", Hr), "--scim-users", run.Write("users.json", """[{"id":"u1","userName":"ana@acme.example"}]"""),
            "--scim-groups", run.Write("groups.json", """[{"id":"g1","displayName":"Payments","members":[{"value":"u1"}]}]"""), "--store", run.Store);

        Assert.Equal(ExitCode.Done, code);
        Assert.Contains("people:organization  people  COMPLETE  1 fact", run.Out, StringComparison.Ordinal);
        Assert.Contains("people:organization  not given: teams", run.Out, StringComparison.Ordinal);
        Assert.Contains("run 2 in", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Load_OneSourceRefused_LoadsNone()
    {
        int code = await run.RunAsync("load", "people", "--hr", run.Write("hr.csv", Hr), "--scim-users", run.Write("users.json", "{"), "--store", run.Store);

        Assert.Equal(ExitCode.BadInput, code);
        Assert.Contains("NHI-HR-003", run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(run.Store["sqlite:".Length..]));
    }

    [Fact]
    public async Task Load_PeopleWithoutAnyFile_IsBadUse()
    {
        Assert.Equal(ExitCode.BadInput, await run.RunAsync("load", "people", "--store", run.Store));
        Assert.Contains("--hr", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Load_ApplicationsWithAMapping_ReadsTheirColumns()
    {
        string mapping = run.Write("mapping.yaml", "columns:\n  id: Kürzel\n  retiredAt: Ende\ndates: dd.MM.yyyy\n");

        int code = await run.RunAsync("load", "applications", "--file", run.Write("apps.csv", "Kürzel;Name;Ende\nshop;Webshop;\nftp;Alter FTP;30.06.2024\n"), "--mapping", mapping, "--store", run.Store);

        Assert.Equal(ExitCode.Done, code);
        Assert.Contains("applications  COMPLETE  2 facts", run.Out, StringComparison.Ordinal);
    }
}
