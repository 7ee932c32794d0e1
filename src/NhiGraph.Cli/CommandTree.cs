using System.CommandLine;
using System.CommandLine.Invocation;

namespace NhiGraph.Cli;

/// <summary>All commands, and how a line of arguments becomes an exit code.</summary>
internal static class CommandTree
{
    internal static async Task<int> RunAsync(string[] arguments, Surroundings surroundings, CancellationToken cancellation)
    {
        var root = new RootCommand("Access paths of non-human identities: what falls if this falls.")
        {
            DemoCommand.Create(surroundings),
            new Command("load", "Load a source.")
            {
                LoadAwsCommand.Create(surroundings),
                LoadPeopleCommand.Create(surroundings),
                LoadApplicationsCommand.Create(surroundings),
                LoadOwnersCommand.Create(surroundings),
            },
            DeriveCommand.Create(surroundings),
            ServeCommand.Create(surroundings),
            ReadyCommand.Create(surroundings),
            AskCommand.Create(surroundings),
            StatusCommand.Create(surroundings),
            CopyCommand.Create(surroundings),
            new Command("export", "Write a store in another form.") { ExportNeo4jCommand.Create(surroundings) },
            TagOption.Create(),
            new Command("aws", "Ask about AWS without a store.") { AwsSimulateCommand.Create(surroundings) },
        };

        // @FILE is an argument of ours, not a file of arguments.
        ParseResult parsed = root.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        int code = await parsed.InvokeAsync(
            new InvocationConfiguration { Output = surroundings.Out, Error = surroundings.Error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeSpan.FromSeconds(10) },
            cancellation).ConfigureAwait(false);
        return parsed.Action is ParseErrorAction ? ExitCode.BadInput : code;
    }
}
