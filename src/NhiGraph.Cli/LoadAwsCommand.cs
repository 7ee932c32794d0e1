using System.CommandLine;
using NhiGraph.Loaders.Aws.Read;
using NhiGraph.Loaders.Input;
using NhiGraph.Loaders.Runs;
using NhiGraph.Storage;

namespace NhiGraph.Cli;

/// <summary><c>nhigraph load aws</c>: files that the AWS CLI printed become the graph.</summary>
internal static class LoadAwsCommand
{
    internal static Command Create(Surroundings surroundings)
    {
        Option<string[]> details = Files("--authorization-details", "What `aws iam get-account-authorization-details` printed; pages and accounts in any order.", required: true);
        Option<string[]> reports = Files("--credential-report", "The credential report (CSV, or what `aws iam get-credential-report` printed).");
        Option<string[]> keys = Files("--access-keys", "What `aws iam list-access-keys` printed, one document a user.");
        Option<string[]> resources = Files("--resources", "What `aws resourcegroupstaggingapi get-resources` printed.");
        Option<string?> store = StoreOption.Create();
        var command = new Command("aws", "Load an AWS account from files.") { details, reports, keys, resources, store };
        command.SetAction((arguments, cancellation) => Failure.GuardAsync(surroundings, async () =>
        {
            StoreAddress address = StoreAddress.Of(arguments.GetValue(store), surroundings);
            var files = new AwsExportFiles([.. Named(arguments, details)], [.. Named(arguments, reports)], [.. Named(arguments, keys)], [.. Named(arguments, resources)]);
            SourceReading reading = await Progress.ShowAsync(surroundings, "Reading the files", () => AwsExport.ReadAsync(files, cancellation)).ConfigureAwait(false);
            await using IGraphStore opened = await address.OpenAsync(create: true, cancellation).ConfigureAwait(false);
            RunReport report = await Progress.ShowAsync(
                surroundings, "Deriving the graph", () => LoadRun.ExecuteAsync(opened, reading, ProviderList.All, surroundings.Time, cancellation)).ConfigureAwait(false);
            return ReportLines.Write(surroundings, address, report);
        }));
        return command;
    }

    private static IEnumerable<ExportFile> Named(ParseResult arguments, Option<string[]> option) => (arguments.GetValue(option) ?? []).Select(ExportFile.OnDisk);

    private static Option<string[]> Files(string name, string description, bool required = false) =>
        new(name) { HelpName = "FILE", Description = description, Required = required, AllowMultipleArgumentsPerToken = true, Arity = ArgumentArity.OneOrMore };
}
