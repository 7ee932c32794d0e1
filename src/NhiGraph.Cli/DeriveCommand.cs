using System.CommandLine;
using NhiGraph.Loaders.Aws.Derive;
using NhiGraph.Loaders.Runs;
using NhiGraph.Storage;

namespace NhiGraph.Cli;

/// <summary><c>nhigraph derive</c>: the stored facts by today's rules; no source is asked.</summary>
internal static class DeriveCommand
{
    internal static Command Create(Surroundings surroundings)
    {
        Option<string?> store = StoreOption.Create();
        var command = new Command("derive", "Derive the graph again from the stored facts, after an update brought new rules.") { store };
        command.SetAction((arguments, cancellation) => Failure.GuardAsync(surroundings, async () =>
        {
            AwsTagNames tags = TagOption.Read(arguments, surroundings);
            StoreAddress address = StoreAddress.Of(arguments.GetValue(store), surroundings);
            await using IGraphStore opened = await address.OpenAsync(create: false, cancellation).ConfigureAwait(false);
            RunReport report = await Progress.ShowAsync(
                surroundings, "Deriving the graph", () => DeriveRun.ExecuteAsync(opened, ProviderList.Of(tags), surroundings.Time, cancellation)).ConfigureAwait(false);
            return ReportLines.Write(surroundings, address, report);
        }));
        return command;
    }
}
