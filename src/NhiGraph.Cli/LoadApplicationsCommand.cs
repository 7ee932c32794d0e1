using System.CommandLine;
using NhiGraph.Loaders.People.Read;

namespace NhiGraph.Cli;

/// <summary><c>nhigraph load applications</c>: which applications there are, which are retired, and who answers for them.</summary>
internal static class LoadApplicationsCommand
{
    internal static Command Create(Surroundings surroundings)
    {
        Option<string[]> files = FileOptions.Several("--file", "The catalog (CSV with a header): id, name, status, retiredAt, vendor, business owner, technical owner, escalation.", required: true);
        Option<string?> mapping = FileOptions.One("--mapping", "How it is written, where its columns, dates or words are not the usual ones (YAML).");
        Option<string?> store = StoreOption.Create();
        var command = new Command("applications", "Load a catalog of applications from CSV.") { files, mapping, store };
        command.SetAction((arguments, cancellation) => Failure.GuardAsync(surroundings, () => SourceLoad.RunAsync(
            surroundings,
            StoreAddress.Of(arguments.GetValue(store), surroundings),
            TagOption.Read(arguments, surroundings),
            async () => [await ApplicationsExport.ReadAsync([.. arguments.Named(files)], arguments.Named(mapping), cancellation).ConfigureAwait(false)],
            cancellation)));
        return command;
    }
}
