using NhiGraph.Storage.Neo4j.Opening;
using NhiGraph.Storage.Neo4j.Reading;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Storage.Neo4j.Export;

/// <summary>What a store says of itself: its runs, the numbers of owners and datasets, and the one node that names the version.</summary>
internal sealed class StoreExport(ExportTables tables, ExportNumbers numbers, RunCounts facts, RunCounts nodes, RunCounts edges)
{
    internal void Write(Run run)
    {
        CsvRow row = Begin("Run");
        row.Number("id", run.Id.Value);
        row.Text("state", run.State == RunState.Published ? RunCode.Published : RunCode.Abandoned);
        tables.Json.Add(row, writer => RunCode.WriteStart(writer, new RunStart(run.Kind, run.Source, run.SourceKind, run.StartedAt, run.RulesHash)));
        row.Number("opened", run.Opened);
        row.Number("closed", run.Closed);
        if (run.FinishedAt is { } finished)
        {
            tables.Json.Add(row, writer => RunCode.WriteOutcome(writer, new RunOutcome(finished, run.Datasets, run.Problems)));
            AddCounts(row, run.Id);
        }

        tables.Store.Write();
    }

    internal void WriteStore(RunId last, RunId version)
    {
        foreach ((string owner, long number) in numbers.Owners)
        {
            CsvRow of = Begin("Owner");
            of.Text("name", owner);
            of.Number("number", number);
            tables.Store.Write();
        }

        foreach (((string source, string scope, string dataset), long number) in numbers.Datasets)
        {
            CsvRow of = Begin("Dataset");
            of.Text("source", source);
            of.Text("scope", scope);
            of.Text("dataset", dataset);
            of.Number("number", number);
            tables.Store.Write();
        }

        CsvRow row = Begin("Store");
        row.Text("name", "nhigraph");
        row.Number("format", Schema.Format);
        row.Number("version", version.Value);
        row.Number("sweptRun", version.Value);
        row.Number("moves", 0);
        row.Number("nextRun", last.Value + 1);
        row.Number("batch", 0);
        row.Number("numbers", numbers.Count);
        row.Number("opened", 0);
        row.Number("closed", 0);
        AddCounts(row, version);
        tables.Store.Write();
    }

    private CsvRow Begin(string label)
    {
        tables.Store.Row.Text(ExportTables.Label, label, CsvType.Own);
        return tables.Store.Row;
    }

    private void AddCounts(CsvRow row, RunId run)
    {
        row.Number("facts", facts.After(run));
        row.Number("nodes", nodes.After(run));
        row.Number("edges", edges.After(run));
    }
}
