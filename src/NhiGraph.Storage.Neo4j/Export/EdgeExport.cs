using NhiGraph.Graph.Model;
using NhiGraph.Storage.Copying;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Neo4j.Model;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Storage.Neo4j.Export;

/// <summary>
/// What owners state and stated of edges, as the store keeps it: at any version the strongest statement of an edge in the edge's own type, the others beside it, so that a
/// statement whose place changes is two rows.
/// </summary>
internal sealed class EdgeExport(ExportTables tables, ExportNumbers numbers, NodeExport nodes, RunCounts counts)
{
    private readonly HashSet<string> _bare = new(StringComparer.Ordinal);

    /// <summary>Edges that stand.</summary>
    internal long Open { get; private set; }

    /// <summary>Keys that standing edges name and no standing node has.</summary>
    internal IReadOnlySet<string> Bare => _bare;

    /// <param name="statements">All that was ever stated of one edge.</param>
    internal void Write(List<Interval<DerivedEdge>> statements)
    {
        if (statements.Count == 1)
        {
            counts.Stood(statements[0].Opened, statements[0].Closed);
            Write(new Placed(statements[0], false, statements[0].Opened, statements[0].Closed));
        }
        else
        {
            WriteMany(statements);
        }

        Open += statements.Exists(statement => statement.Closed is null) ? 1 : 0;
    }

    private void WriteMany(List<Interval<DerivedEdge>> statements)
    {
        var last = new Dictionary<Interval<DerivedEdge>, Placed>();
        RunId? stood = null;
        foreach (RunId run in statements.SelectMany(statement => (RunId?[])[statement.Opened, statement.Closed]).OfType<RunId>().Distinct().Order())
        {
            Interval<DerivedEdge>[] standing = [.. statements.Where(statement => statement.Opened <= run && (statement.Closed is not { } closed || run < closed))];
            if (standing.Length > 0 != stood is not null)
            {
                if (stood is { } since)
                {
                    counts.Stood(since, run);
                }

                stood = standing.Length > 0 ? run : null;
            }

            string? strongest = standing.Length == 0 ? null : EdgeMerge.Merge(standing.Select(statement => statement.Value with { Alternatives = [] })).Owner;
            foreach (Interval<DerivedEdge> statement in standing)
            {
                bool also = statement.Value.Owner != strongest;
                if (last.TryGetValue(statement, out Placed? placed) && placed.Also != also)
                {
                    Write(placed with { Until = run });
                }

                if (placed is null || placed.Also != also)
                {
                    last[statement] = new Placed(statement, also, run, statement.Closed);
                }
            }
        }

        if (stood is { } still)
        {
            counts.Stood(still, null);
        }

        foreach (Placed placed in last.Values)
        {
            Write(placed);
        }
    }

    private void Write(Placed placed)
    {
        GraphEdge edge = placed.Statement.Value.Edge;
        CsvTable table = placed.Until is null ? tables.Edges : tables.PastEdges;
        CsvRow row = table.Row;
        if (placed.Until is { } until)
        {
            row.Text(ExportTables.Label, "PastEdge", CsvType.Own);
            row.Text(PropertyName.From, edge.From);
            row.Text(PropertyName.To, edge.To);
            row.Text(PropertyName.Kind, edge.Kind.Text());
            row.Truth("also", placed.Also);
            row.Number(PropertyName.UntilRun, until.Value);
        }
        else
        {
            row.Text(ExportTables.Start, edge.From, CsvType.Own);
            row.Text(ExportTables.End, edge.To, CsvType.Own);
            row.Text(ExportTables.Type, placed.Also ? EdgeCode.AlsoStated : edge.Kind.Text(), CsvType.Own);
            if (placed.Also)
            {
                row.Text(PropertyName.Kind, edge.Kind.Text());
            }

            DemandEnd(edge.From);
            DemandEnd(edge.To);
        }

        tables.Json.Add(row, writer =>
        {
            writer.WriteStartObject();
            EdgeCode.Write(writer, edge);
            writer.WriteEndObject();
        });
        row.Number(PropertyName.SinceRun, placed.Since.Value);
        if (placed.Since != placed.Statement.Opened)
        {
            row.Number(PropertyName.StatedRun, placed.Statement.Opened.Value);
        }

        row.Number(PropertyName.Chunk, Chunk.Of(numbers.Owner(placed.Statement.Value.Owner), edge.Key));
        row.Text(PropertyName.Evidence, EvidenceCode.Text(placed.Statement.Value.Alternatives, numbers.Dataset));
        table.Write();
    }

    private void DemandEnd(string key)
    {
        if (!nodes.IsOpen(key))
        {
            _bare.Add(key);
        }
    }

    /// <summary>A statement in one place, from a run to another.</summary>
    private sealed record Placed(Interval<DerivedEdge> Statement, bool Also, RunId Since, RunId? Until);
}
