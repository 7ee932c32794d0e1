using System.Text.Json;
using NhiGraph.Api.Execution;
using NhiGraph.Scenarios.Asking;
using NhiGraph.Scenarios.Reading;
using NhiGraph.Storage;
using NhiGraph.Storage.Parts;

namespace NhiGraph.Scenarios.Running;

/// <summary>A scenario's questions, asked of a store that holds its estate.</summary>
internal static class ScenarioRun
{
    /// <summary>What is asked here is whether an answer is right, on machines that may be busy.</summary>
    private static readonly ExecutionLimits Limits = new() { MaxTime = TimeSpan.FromMinutes(10) };

    /// <summary>One text for each question that is answered otherwise than the scenario says.</summary>
    internal static async Task<IReadOnlyList<string>> DifferencesAsync(Scenario scenario, IGraphStore store, OpenParts open, CancellationToken cancellation)
    {
        var differences = new List<string>();
        foreach ((ScenarioQuestion asked, Answer? found, string json) in await AnswersAsync(scenario, store, open, cancellation))
        {
            differences.AddRange(found is null ? [$"{asked.Place}: {asked.Ask}\n  {json}"] : Difference.Of(asked, found) is { } difference ? [difference] : []);
        }

        return differences;
    }

    /// <summary>What each question is answered; null where the answer has errors.</summary>
    internal static async Task<IReadOnlyList<(ScenarioQuestion Asked, Answer? Found, string Json)>> AnswersAsync(Scenario scenario, IGraphStore store, OpenParts open, CancellationToken cancellation)
    {
        var time = new AskedTime();
        var answers = new List<(ScenarioQuestion, Answer?, string)>();
        await using var executor = new GraphQlExecutor(store, scenario.Read.IsEmpty ? [] : [ScenarioSources.Provider], time, Limits, open, scenario.Rules);
        foreach (ScenarioQuestion asked in scenario.Questions)
        {
            time.Now = asked.At;
            (Question question, Dictionary<string, object?> variables) = Question.Of(asked.Ask);
            variables[question.OptionsAre] = asked.Options is { } options ? JsonDocument.Parse(options).RootElement : variables.GetValueOrDefault(question.OptionsAre);
            GraphQlAnswer answer = await executor.ExecuteAsync(Question.GraphQl(question.Query), JsonSerializer.Serialize(variables), cancellation);
            using JsonDocument json = JsonDocument.Parse(answer.Json);
            answers.Add((asked, answer.HasErrors ? null : question.Render(json.RootElement.GetProperty("data")), string.Join("\n\n", [answer.Json, .. answer.Failures.Select(failure => failure.ToString())])));
        }

        return answers;
    }
}
