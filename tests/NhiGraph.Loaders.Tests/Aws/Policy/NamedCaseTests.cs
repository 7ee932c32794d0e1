using System.Runtime.CompilerServices;
using System.Text.Json;
using NhiGraph.Loaders.Aws.Simulate;

namespace NhiGraph.Loaders.Tests.Aws.Policy;

/// <summary>Cases written from AWS's documentation, each with its page (<c>Cases/*.jsonl</c>), through the entry of <c>aws simulate</c>.</summary>
public class NamedCaseTests
{
    private static readonly string Folder = Path.Combine(Here(), "Cases");

    public static TheoryData<string> Files => [.. Directory.GetFiles(Folder, "*.jsonl").Select(path => Path.GetFileNameWithoutExtension(path)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Decisions_are_those_of_the_documentation(string file)
    {
        var simulation = new AccessSimulation();
        var wrong = new List<string>();
        JsonElement[] lines = Lines(file);
        foreach (JsonElement line in lines)
        {
            string answer = simulation.Answer(line.GetProperty("case").GetRawText(), out _);
            JsonElement said = JsonElement.Parse(answer), expected = line.GetProperty("expect");
            bool right = said.TryGetProperty("decision", out JsonElement decision) && decision.GetString() == expected.GetProperty("decision").GetString()
                && (!expected.TryGetProperty("by", out JsonElement by) || By(by.EnumerateArray().Select(one => (one[0].GetString()!, one[1]))).SetEquals(By(said.GetProperty("decidedBy").EnumerateArray().Select(one => (one.GetProperty("policy").GetString() ?? "", one.GetProperty("statement"))))))
                && (!expected.TryGetProperty("conditions", out JsonElement conditions) || JsonElement.DeepEquals(conditions, said.GetProperty("conditions")));
            if (!right)
            {
                wrong.Add($"{line.GetProperty("name")}: expected {expected}, got {answer}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Suite.Ran("aws-named-" + file, lines.Length);
    }

    [Fact]
    public void There_are_300_named_cases_and_each_tells_its_page()
    {
        JsonElement[] all = [.. Files.SelectMany(row => Lines(row.Data))];
        Assert.True(all.Length >= 300, $"{all.Length} cases");
        Assert.Equal(all.Length, all.Select(line => line.GetProperty("name").GetString()).Distinct().Count());
        Assert.All(all, line => Assert.StartsWith("https://docs.", line.GetProperty("source").GetString()));
        Assert.All(all, line => Assert.Equal(line.GetProperty("name").GetString(), line.GetProperty("case").GetProperty("id").GetString()));
    }

    private static HashSet<string> By(IEnumerable<(string Policy, JsonElement Statement)> by) => [.. by.Select(one => $"{one.Policy} {one.Statement}")];

    private static JsonElement[] Lines(string file) => [.. File.ReadLines(Path.Combine(Folder, file + ".jsonl")).Select(line => JsonElement.Parse(line))];

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
