using System.CommandLine;
using System.Globalization;
using NhiGraph.Storage.Copying;
using NhiGraph.Storage.Neo4j.Export;
using NhiGraph.Storage.Sqlite;

namespace NhiGraph.Cli;

/// <summary><c>nhigraph export neo4j</c>: a store as files for Neo4j's bulk import.</summary>
internal static class ExportNeo4jCommand
{
    internal static Command Create(Surroundings surroundings)
    {
        Argument<string> folder = new("DIR") { Description = "A folder that is empty or not there yet." };
        Option<string?> store = StoreOption.Create();
        var command = new Command("neo4j", "Write a store with its whole history as files for neo4j-admin database import.") { folder, store };
        command.SetAction((arguments, cancellation) => Failure.GuardAsync(surroundings, async () =>
        {
            StoreAddress address = StoreAddress.Of(arguments.GetValue(store), surroundings);
            if (address is not SqliteAddress)
            {
                throw new BadUseException($"Only a file is exported. Copy the store into one first: nhigraph copy --from {address} --to sqlite:FILE.");
            }

            await using var file = (SqliteGraphStore)await address.OpenAsync(create: false, cancellation).ConfigureAwait(false);
            return await WriteAsync(file, arguments.GetValue(folder)!, surroundings, cancellation).ConfigureAwait(false);
        }));
        return command;
    }

    private static async Task<int> WriteAsync(SqliteGraphStore store, string folder, Surroundings surroundings, CancellationToken cancellation)
    {
        try
        {
            using IStoreHistory history = await store.HistoryAsync(cancellation).ConfigureAwait(false);
            ExportReport report = await Progress.ShowAsync(surroundings, $"Writing {folder}", told => Task.Run(
                () => Neo4jExport.Write(history, folder, new Rows(told), cancellation), cancellation)).ConfigureAwait(false);
            surroundings.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{folder}: version {report.Version}, {report.Nodes} nodes and {report.Edges} edges with their whole history, {report.Rows} rows, {report.Bytes / 1e6:0.0} MB"));
            surroundings.Out.WriteLine($"With the server stopped, in {folder} (more in its {Neo4jExport.ReadmeName}):");
            surroundings.Out.WriteLine(report.Command);
            return ExitCode.Done;
        }
        catch (ExportRefusedException refused)
        {
            throw new BadUseException(refused.Message);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new BadUseException($"{folder} cannot be written: {failure.Message}");
        }
    }

    private sealed class Rows(Action<string> told) : IProgress<long>
    {
        public void Report(long value) => told($"{value.ToString(CultureInfo.InvariantCulture)} rows");
    }
}
