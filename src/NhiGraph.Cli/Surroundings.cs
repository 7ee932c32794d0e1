using Spectre.Console;

namespace NhiGraph.Cli;

/// <summary>What a command sees of the world: where it writes, whether a person watches, its environment and clock.</summary>
/// <param name="Interactive">Both streams go to a terminal: progress and tables are drawn. Otherwise plain lines are written.</param>
internal sealed record Surroundings(TextWriter Out, TextWriter Error, bool Interactive, Func<string, string?> Environment, TimeProvider Time)
{
    /// <summary>What standard input gives, for commands that read it.</summary>
    internal Func<Stream> In { get; init; } = Console.OpenStandardInput;

    internal static Surroundings OfProcess() => new(
        Console.Out, Console.Error, !Console.IsOutputRedirected && !Console.IsErrorRedirected, System.Environment.GetEnvironmentVariable, TimeProvider.System);

    /// <summary>Draws on the error stream, so that standard output carries only what was asked for.</summary>
    internal IAnsiConsole Screen() => AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Error) });
}
