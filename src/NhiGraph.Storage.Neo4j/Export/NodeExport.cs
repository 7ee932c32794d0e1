using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using NhiGraph.Graph.Model;
using NhiGraph.Storage.Copying;
using NhiGraph.Storage.Neo4j.Model;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Storage.Neo4j.Export;

/// <summary>Nodes as they stand, and as they stood. Remembers 16 bytes of each open one, to know the ends of edges that are none.</summary>
internal sealed class NodeExport(ExportTables tables, RunCounts counts)
{
    private readonly HashSet<ulong> _open = [];

    /// <summary>Nodes that stand.</summary>
    internal long Open => _open.Count;

    /// <param name="states">All states of one node, oldest first.</param>
    internal void Write(List<Interval<GraphNode>> states)
    {
        foreach (Interval<GraphNode> state in states)
        {
            counts.Stood(state.Opened, state.Closed);
            CsvTable table = state.Closed is null ? tables.Entities : tables.PastNodes;
            tables.Json.AddNode(
                table.Row,
                writer =>
                {
                    writer.WriteStartObject();
                    NodeCode.Write(writer, state.Value);
                    writer.WriteEndObject();
                },
                (row, labels) => AddLabels(row, labels, state.Closed));
            table.Row.Number(PropertyName.SinceRun, state.Opened.Value);
            table.Row.Number(PropertyName.FirstRun, states[0].Opened.Value);
            table.Write();
            if (state.Closed is null)
            {
                _open.Add(Hash(state.Value.Key));
            }
        }
    }

    internal bool IsOpen(string key) => _open.Contains(Hash(key));

    /// <summary>A key that an edge names although no node of it stands.</summary>
    internal void WriteBare(string key)
    {
        tables.Entities.Row.Text(ExportTables.Label, "Entity", CsvType.Own);
        tables.Entities.Row.Text(PropertyName.Id, key);
        tables.Entities.Write();
    }

    private static void AddLabels(CsvRow row, List<string> labels, RunId? closed)
    {
        if (closed is not { } until)
        {
            row.Text(ExportTables.Label, string.Join(CsvRow.ListSeparator, labels.Prepend("Entity")), CsvType.Own);
            return;
        }

        row.Text(ExportTables.Label, "PastNode", CsvType.Own);
        row.Texts(PropertyName.Kinds, labels);
        row.Number(PropertyName.UntilRun, until.Value);
    }

    private static ulong Hash(string key)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(key), hash);
        return BinaryPrimitives.ReadUInt64LittleEndian(hash);
    }
}
