using System.Text.Json;
using NhiGraph.Loaders.Aws.Simulate;

namespace NhiGraph.Loaders.Tests.Aws.Policy.Twin;

/// <summary>The evaluator, through the entry of <c>aws simulate</c>, against its naive twin on random cases.</summary>
public class EvaluatorTwinTests(ITestOutputHelper output)
{
    private const int MostCompletions = 400;

    [Theory]
    [InlineData("aws-evaluator", false, false, 2000, 60_000)]
    [InlineData("aws-evaluator-unknown", false, true, 700, 20_000)]
    [InlineData("aws-evaluator-patterns", true, false, 100, 4000)]
    [InlineData("aws-evaluator-patterns-unknown", true, true, 40, 2000)]
    public void Decisions_are_the_twin_s(string suite, bool pattern, bool unknown, int cases, int casesLong)
    {
        var simulation = new AccessSimulation();
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        int ran = 0;
        for (int seed = 0; ran < (Suite.Long ? casesLong : cases); seed++)
        {
            var random = new RandomCase(seed, pattern, unknown);
            Dictionary<string, JsonElement?>[] completions = [.. random.Completions().Take(MostCompletions + 1)];
            if (completions.Length > (pattern ? 30 : MostCompletions) || (unknown && completions.Length == 1))
            {
                continue;
            }

            string expected = Expected(random, completions);
            string answer = simulation.Answer(random.Case.GetRawText(), out bool decided);
            Assert.True(decided, answer);
            string decision = JsonElement.Parse(answer).GetProperty("decision").GetString()!;
            // A variable can have more values than the twin tries, so that only what the evaluator is sure of can be compared.
            bool sound = decision == expected || (random.HasOpenVariables && (decision == "CONDITIONAL" || (decision == "IMPLICITLY_DENIED" && expected == "EXPLICITLY_DENIED")));
            Assert.True(sound, $"seed {seed}: twin {expected}, got {answer}\n{random.Case}");
            counts[decision] = counts.GetValueOrDefault(decision) + 1;
            ran++;
        }

        Suite.Ran(suite, ran);
        output.WriteLine(string.Join(", ", counts.Select(count => $"{count.Key} {count.Value}")));
        Assert.True(counts.Count == (unknown ? 4 : 3) && counts.Values.Min() > ran / 100, string.Join(", ", counts));
    }

    private static string Expected(RandomCase random, Dictionary<string, JsonElement?>[] completions)
    {
        string[] worst = [.. completions.Select(told =>
        {
            string[] decisions = [.. random.Resources.Select(resource => new NaiveEvaluator(random.Case, resource, told).Decide())];
            return decisions.Contains("EXPLICITLY_DENIED") ? "EXPLICITLY_DENIED" : decisions.Contains("IMPLICITLY_DENIED") ? "IMPLICITLY_DENIED" : "ALLOWED";
        })];
        return worst.All(decision => decision == "ALLOWED") ? "ALLOWED"
            : worst.Contains("ALLOWED") ? "CONDITIONAL"
            : worst.All(decision => decision == "EXPLICITLY_DENIED") ? "EXPLICITLY_DENIED"
            : "IMPLICITLY_DENIED";
    }
}
