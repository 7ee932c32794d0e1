using System.CommandLine;
using System.Text.Json;
using NhiGraph.Api.Execution;
using NhiGraph.Loaders.Rules;
using NhiGraph.Storage;

namespace NhiGraph.Cli;

/// <summary><c>nhigraph ask</c>: one GraphQL query in process, its answer as JSON on standard output.</summary>
internal static class AskCommand
{
    internal static Command Create(Surroundings surroundings)
    {
        Argument<string> query = new("GRAPHQL") { Description = "The query, or @FILE." };
        Option<string?> variables = new("--variables") { HelpName = "JSON|@FILE", Description = "Its variables: a JSON object, or @FILE." };
        Option<string?> store = StoreOption.Create();
        var command = new Command("ask", "Ask the graph one GraphQL question.") { query, variables, store };
        var rules = new RuleOptions();
        rules.AddTo(command);
        var engine = new EngineOption();
        engine.AddTo(command);
        command.SetAction((arguments, cancellation) => Failure.GuardAsync(surroundings, async () =>
        {
            RuleBook book = rules.Read(arguments);
            StoreAddress address = StoreAddress.Of(arguments.GetValue(store), surroundings);
            string text = await TextAsync(arguments.GetValue(query)!, cancellation).ConfigureAwait(false);
            string? values = arguments.GetValue(variables) is { } given ? Checked(await TextAsync(given, cancellation).ConfigureAwait(false)) : null;
            await using IGraphStore opened = await address.OpenAsync(create: false, cancellation).ConfigureAwait(false);
            await using var executor = new GraphQlExecutor(opened, ProviderList.All, surroundings.Time, open: engine.Read(arguments, opened, address), rules: book);
            GraphQlAnswer answer = await executor.ExecuteAsync(text, values, cancellation).ConfigureAwait(false);
            await surroundings.Out.WriteLineAsync(answer.Json.AsMemory(), cancellation).ConfigureAwait(false);
            foreach (Exception failure in answer.Failures)
            {
                await surroundings.Error.WriteLineAsync(failure.ToString().AsMemory(), cancellation).ConfigureAwait(false);
            }

            return !answer.HasErrors ? ExitCode.Done : HasData(answer.Json) ? ExitCode.DoneInPart : ExitCode.BadInput;
        }));
        return command;
    }

    private static async Task<string> TextAsync(string given, CancellationToken cancellation)
    {
        if (!given.StartsWith('@'))
        {
            return given;
        }

        try
        {
            return await File.ReadAllTextAsync(given[1..], cancellation).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new BadUseException($"{given[1..]} cannot be read: {failure.Message}");
        }
    }

    private static string Checked(string json)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind == JsonValueKind.Object ? json : throw new BadUseException("--variables must be one JSON object, such as {\"of\": [\"...\"]}.");
        }
        catch (JsonException wrong)
        {
            throw new BadUseException($"--variables is not JSON: {wrong.Message}");
        }
    }

    /// <summary>An answer without data is a query that was refused; one with data answers part of it.</summary>
    private static bool HasData(string json)
    {
        using JsonDocument answer = JsonDocument.Parse(json);
        return answer.RootElement.TryGetProperty("data", out JsonElement data) && data.ValueKind == JsonValueKind.Object;
    }
}
