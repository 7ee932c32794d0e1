using NhiGraph.Graph.Model;
using NhiGraph.Storage.Copying;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Storage.Neo4j.Export;

/// <summary>
/// Writes a store with its whole history as the files that <c>neo4j-admin database import full</c> reads, in the very model of the Neo4j store: after the import it is one.
/// Indexes and constraints are not in the files; the store makes them when it is opened.
/// </summary>
public static class Neo4jExport
{
    /// <summary>The file with the command, written last: where it is, the export is whole.</summary>
    public const string ReadmeName = "README.md";

    private const int ProgressEvery = 100_000;

    /// <param name="history">What to write. Read table by table with constant memory, but for 16 bytes an open node.</param>
    /// <param name="folder">A folder that is empty or not there.</param>
    /// <param name="progress">Told the rows written, now and then.</param>
    /// <param name="cancellation">Ends the export.</param>
    /// <exception cref="ExportRefusedException">The folder has files, or the history has what the importer cannot be given.</exception>
    public static ExportReport Write(IStoreHistory history, string folder, IProgress<long>? progress, CancellationToken cancellation)
    {
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
        {
            throw new ExportRefusedException($"{folder} is not empty. Name a folder that is empty or not there yet.");
        }

        Directory.CreateDirectory(folder);
        Run[] runs = [.. history.Runs()];
        RunId last = runs.Select(run => run.Id).LastOrDefault(), version = runs.Where(run => run.State == RunState.Published).Select(run => run.Id).LastOrDefault();
        RunCounts facts = new(last.Value), nodes = new(last.Value), edges = new(last.Value);
        using var tables = new ExportTables(folder);
        var numbers = new ExportNumbers();
        var records = new RecordExport(tables, numbers, facts);
        var nodeExport = new NodeExport(tables, nodes);
        var edgeExport = new EdgeExport(tables, numbers, nodeExport, edges);

        IEnumerable<T> Told<T>(IEnumerable<T> items)
        {
            int since = 0;
            foreach (T item in items)
            {
                cancellation.ThrowIfCancellationRequested();
                if (++since == ProgressEvery)
                {
                    since = 0;
                    progress?.Report(tables.Rows);
                }

                yield return item;
            }
        }

        foreach (Interval<Fact> fact in Told(history.Facts()))
        {
            records.Write(fact);
        }

        foreach (Interval<Assertion> assertion in Told(history.Assertions()))
        {
            records.Write(assertion);
        }

        foreach (Interval<JoinTerm> term in Told(history.Terms()))
        {
            records.Write(term);
        }

        foreach (List<Interval<GraphNode>> states in Together.Of(Told(history.Nodes()), state => state.Value.Key))
        {
            nodeExport.Write(states);
        }

        foreach (List<Interval<DerivedEdge>> statements in Together.Of(Told(history.Edges()), statement => statement.Value.Edge.Key))
        {
            edgeExport.Write(statements);
        }

        foreach (string key in edgeExport.Bare)
        {
            nodeExport.WriteBare(key);
        }

        var store = new StoreExport(tables, numbers, facts, nodes, edges);
        foreach (Run run in runs)
        {
            store.Write(run);
        }

        store.WriteStore(last, version);
        long bytes = tables.Finish();
        var report = new ExportReport(version.Value, nodeExport.Open, edgeExport.Open, tables.Rows, bytes, tables.Command());
        File.WriteAllText(Path.Combine(folder, ReadmeName), ExportReadme.Of(report));
        return report;
    }
}
