using NhiGraph.Scenarios.Reading;
using NhiGraph.Storage;
using NhiGraph.Storage.Parts;

namespace NhiGraph.Scenarios.Running;

/// <summary>Every scenario of the corpus, in every store and engine.</summary>
public sealed class ScenarioTests
{
    internal static readonly Lazy<IReadOnlyList<Scenario>> Corpus = new(() =>
        [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Corpus"), "*.yaml").Order(StringComparer.Ordinal).SelectMany(path => ScenarioFile.Read(path))]);

    public static TheoryData<string, string> Cases()
    {
        var cases = new TheoryData<string, string>();
        foreach (Setting setting in Setting.All)
        {
            foreach (Scenario scenario in Corpus.Value)
            {
                cases.Add(scenario.Name, setting.Name);
            }
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Scenario(string name, string setting)
    {
        Scenario scenario = Corpus.Value.Single(one => one.Name == name);
        string folder = Directory.CreateTempSubdirectory("nhigraph-scenario-").FullName;
        try
        {
            string[] differences = await RunAsync(scenario, Setting.Named(setting), folder, TestContext.Current.CancellationToken);
            Assert.True(differences.Length == 0, $"{name}\n{string.Join('\n', differences)}");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Names_are_each_used_once() => Assert.Equal(Corpus.Value.Count, Corpus.Value.Select(scenario => scenario.Name).Distinct().Count());

    private static async Task<string[]> RunAsync(Scenario scenario, Setting setting, string folder, CancellationToken cancellation)
    {
        await using OpenedStore opened = await setting.OpenAsync(folder, cancellation);
        await EstateWriter.WriteAsync(opened.Store, scenario, cancellation);
        var differences = new List<string>();
        foreach ((string engine, Func<IGraphStore, OpenParts> open) in setting.Engines)
        {
            differences.AddRange((await ScenarioRun.DifferencesAsync(scenario, opened.Store, open(opened.Store), cancellation)).Select(difference => $"engine: {engine}\n{difference}"));
        }

        return [.. differences];
    }
}
