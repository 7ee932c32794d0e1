using System.CommandLine;
using NhiGraph.Loaders.People.Read;

namespace NhiGraph.Cli;

/// <summary><c>nhigraph load owners</c>: who owns what.</summary>
internal static class LoadOwnersCommand
{
    internal static Command Create(Surroundings surroundings)
    {
        Option<string[]> files = FileOptions.Several("--file", "The list (CSV with a header): id or pattern, role, person or team, since.", required: true);
        Option<string?> mapping = FileOptions.One("--mapping", "How it is written, where its columns, dates or words are not the usual ones (YAML).");
        Option<string?> store = StoreOption.Create();
        var command = new Command("owners", "Load who owns what from CSV.") { files, mapping, store };
        command.SetAction((arguments, cancellation) => Failure.GuardAsync(surroundings, () => SourceLoad.RunAsync(
            surroundings,
            StoreAddress.Of(arguments.GetValue(store), surroundings),
            TagOption.Read(arguments, surroundings),
            async () => [await OwnersExport.ReadAsync([.. arguments.Named(files)], arguments.Named(mapping), cancellation).ConfigureAwait(false)],
            cancellation)));
        return command;
    }
}
