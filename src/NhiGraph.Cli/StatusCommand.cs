using System.CommandLine;
using System.Globalization;
using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Aws.Derive;
using NhiGraph.Loaders.Runs;
using NhiGraph.Storage.Reading;
using NhiGraph.Storage.Runs;
using NhiGraph.Storage;

namespace NhiGraph.Cli;

/// <summary><c>nhigraph status</c>: what the store holds, from where, how complete, and its last runs.</summary>
internal static class StatusCommand
{
    private const int RunsShown = 10;

    internal static Command Create(Surroundings surroundings)
    {
        Option<string?> store = StoreOption.Create();
        var command = new Command("status", "Show sources, their completeness, counts and the last runs.") { store };
        command.SetAction((arguments, cancellation) => Failure.GuardAsync(surroundings, async () =>
        {
            StoreAddress address = StoreAddress.Of(arguments.GetValue(store), surroundings);
            await using IGraphStore opened = await address.OpenAsync(create: false, cancellation).ConfigureAwait(false);
            StoreStatus status = await opened.StatusAsync(cancellation).ConfigureAwait(false);
            RunPage runs = await opened.RunsAsync(null, null, RunsShown, cancellation).ConfigureAwait(false);
            Write(surroundings, address, TagOption.Read(arguments, surroundings), status, runs);
            return ExitCode.Done;
        }));
        return command;
    }

    private static void Write(Surroundings surroundings, StoreAddress address, AwsTagNames tags, StoreStatus status, RunPage runs)
    {
        surroundings.Out.WriteLine($"{address}: version {status.Version}, {status.Nodes} nodes, {status.Edges} edges, {status.Facts} facts");
        if (status.RulesHash is { } rules && rules != RulesHash.Of(ProviderList.Of(tags)))
        {
            surroundings.Out.WriteLine("This version of nhigraph has other rules, or was given other --tags, than the graph was derived with: run nhigraph derive.");
        }

        Listing.Write(surroundings, ["source", "scope", "dataset", "state", "as of", "run"], status.Sources.SelectMany(source => source.Datasets.Select(dataset => (string[])
            [source.Id, dataset.Scope, dataset.Dataset, dataset.State.Text(), Time(dataset.AsOf), dataset.Run.ToString()])));
        Listing.Write(surroundings, ["run", "kind", "state", "source", "started", "opened", "closed", "problems"], runs.Runs.Select(run => (string[])
            [$"run {run.Id}", run.Kind.Text(), run.State.Text(), run.Source ?? "-", Time(run.StartedAt), Number(run.Opened), Number(run.Closed), Number(run.Problems.Length)]));
        if (runs.HasMore)
        {
            surroundings.Out.WriteLine($"The last {runs.Runs.Length} of {runs.Total} runs.");
        }
    }

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
