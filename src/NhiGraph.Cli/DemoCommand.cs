using System.CommandLine;
using NhiGraph.Loaders.Runs;
using NhiGraph.Loaders.Sample;
using NhiGraph.Storage;

namespace NhiGraph.Cli;

/// <summary><c>nhigraph demo</c>: the sample estate, loaded by the real loaders into a store of its own and served.</summary>
internal static class DemoCommand
{
    internal static Command Create(Surroundings surroundings)
    {
        Option<int> port = new("--port") { HelpName = "PORT", Description = "The port on 127.0.0.1.", DefaultValueFactory = _ => 5080 };
        Option<string?> data = new("--data") { HelpName = "DIR", Description = "Where the demo's store is kept. Default: a folder of your local application data." };
        var command = new Command("demo", "Load the sample estate and open it in the explorer.") { port, data };
        command.SetAction((arguments, cancellation) => Failure.GuardAsync(surroundings, async () =>
        {
            var address = new SqliteAddress(Path.Combine(Folder(arguments.GetValue(data)), "demo.db"));
            await using IGraphStore store = await address.OpenAsync(create: true, cancellation).ConfigureAwait(false);
            long opened = 0;
            foreach (SourceReading reading in await SampleEstate.ReadAsync(cancellation).ConfigureAwait(false))
            {
                RunReport report = await Progress.ShowAsync(
                    surroundings, $"Loading the sample estate: {reading.Source}", () => LoadRun.ExecuteAsync(store, reading, ProviderList.All, surroundings.Time, cancellation)).ConfigureAwait(false);
                opened += report.Run.Opened;
            }

            surroundings.Out.WriteLine($"The sample estate is in {address} ({opened} rows new).");
            return await Server.RunAsync(
                store, [$"http://127.0.0.1:{arguments.GetValue(port)}"], surroundings, url => DemoQuestions.Write(surroundings.Out, url, address), cancellation, SampleEstate.Rules).ConfigureAwait(false);
        }));
        return command;
    }

    /// <exception cref="BadUseException">The folder cannot be made.</exception>
    private static string Folder(string? given)
    {
        string home = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData);
        string folder = Path.GetFullPath(given ?? Path.Combine(home.Length > 0 ? home : Path.GetTempPath(), "nhigraph", "demo"));
        try
        {
            return Directory.CreateDirectory(folder).FullName;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new BadUseException($"--data {folder} cannot be made: {failure.Message}");
        }
    }
}
