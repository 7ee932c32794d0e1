using NhiGraph.Storage.Copying;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Neo4j.Model;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Storage.Neo4j.Export;

/// <summary>Facts, assertions and join terms, each labelled by whether it stands.</summary>
internal sealed class RecordExport(ExportTables tables, ExportNumbers numbers, RunCounts counts)
{
    internal void Write(Interval<Fact> fact)
    {
        counts.Stood(fact.Opened, fact.Closed);
        long dataset = numbers.Dataset(fact.Value.Id);
        CsvRow row = Begin(tables.Facts, "Fact", fact);
        row.Number("dataset", dataset);
        row.Text("key", fact.Value.Id.Key);
        row.Text("content", fact.Value.Content);
        row.Text("locator", fact.Value.Locator);
        row.Number(PropertyName.Chunk, Chunk.Of(dataset, fact.Value.Id.Key));
        tables.Facts.Write();
    }

    internal void Write(Interval<Assertion> assertion)
    {
        AssertionKey key = assertion.Value.Id;
        CsvRow row = Begin(tables.Assertions, "Assertion", assertion);
        row.Text("node", key.Node);
        row.Number("dataset", numbers.Dataset(key.Fact));
        row.Text("key", key.Fact.Key);
        row.Number(PropertyName.Chunk, Chunk.Of(numbers.Owner(key.Owner), key.Node));
        row.Number("weight", assertion.Value.Weight);
        row.Text("content", AssertionCode.Text(assertion.Value.Node));
        tables.Assertions.Write();
    }

    internal void Write(Interval<JoinTerm> term)
    {
        CsvRow row = Begin(tables.Terms, "Term", term);
        row.Text("joinKey", term.Value.JoinKey);
        row.Text("scope", term.Value.Scope);
        row.Number("side", (int)term.Value.Side);
        row.Text("content", term.Value.Content);
        tables.Terms.Write();
    }

    private static CsvRow Begin<T>(CsvTable table, string label, Interval<T> interval)
    {
        CsvRow row = table.Row;
        row.Text(ExportTables.Label, interval.Closed is null ? label : "Past" + label, CsvType.Own);
        row.Number(PropertyName.SinceRun, interval.Opened.Value);
        if (interval.Closed is { } closed)
        {
            row.Number(PropertyName.UntilRun, closed.Value);
        }

        return row;
    }
}
