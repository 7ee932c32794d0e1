using System.CommandLine;
using NhiGraph.Loaders.Input;
using NhiGraph.Loaders.People.Read;

namespace NhiGraph.Cli;

/// <summary><c>nhigraph load people</c>: who works here, who left and when, who is in which team.</summary>
internal static class LoadPeopleCommand
{
    internal static Command Create(Surroundings surroundings)
    {
        Option<string[]> hr = FileOptions.Several("--hr", "An export of the personnel system (CSV with a header), with those who left.");
        Option<string?> mapping = FileOptions.One("--mapping", "How the export is written, where its columns, dates or words are not the usual ones (YAML).");
        Option<string[]> users = FileOptions.Several("--scim-users", "SCIM 2.0 users of the directory (JSON), every page.");
        Option<string[]> groups = FileOptions.Several("--scim-groups", "SCIM 2.0 groups of the directory (JSON), every page.");
        Option<string?> store = StoreOption.Create();
        var command = new Command("people", "Load people and teams from files.") { hr, mapping, users, groups, store };
        command.SetAction((arguments, cancellation) => Failure.GuardAsync(surroundings, () =>
        {
            var files = new PeopleFiles([.. arguments.Named(hr)], arguments.Named(mapping), [.. arguments.Named(users)], [.. arguments.Named(groups)]);
            if (files.Hr.IsEmpty && files.ScimUsers.IsEmpty && files.ScimGroups.IsEmpty)
            {
                throw new BadUseException("Give an HR export (--hr) or SCIM resources (--scim-users, --scim-groups).");
            }

            return SourceLoad.RunAsync(surroundings, StoreAddress.Of(arguments.GetValue(store), surroundings), TagOption.Read(arguments, surroundings), () => PeopleExport.ReadAsync(files, cancellation), cancellation);
        }));
        return command;
    }
}
