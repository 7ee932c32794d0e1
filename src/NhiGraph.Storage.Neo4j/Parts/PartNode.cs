using System.Text.Json;
using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;
using NhiGraph.Storage.Neo4j.QueryApi;

namespace NhiGraph.Storage.Neo4j.Parts;

/// <summary>A node as the queries of <c>parts</c> return it: id, labels, pairs of property and value, and its containers (<see cref="PartEdge.ReadContainers"/>).</summary>
internal static class PartNode
{
    internal const int Containers = 3;
    private const int Labels = 1;
    private const int Properties = 2;

    internal static NodeColumns ReadColumns(QueryRow row, NodeColumnsBuilder columns)
    {
        columns.Begin(row.Texts(Labels).Aggregate(NodeKinds.None, (kinds, label) => Enum.TryParse(label, out NodeKind kind) ? kinds | (NodeKinds)(1 << (int)kind) : kinds));
        var reader = new Utf8JsonReader(row.Json(Properties));
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.StartArray)
        {
            reader.Read();
            string name = reader.GetString()!;
            reader.Read();

            // Booleans and dates stand in the database as such; a date comes as the text it was.
            columns.Set(name, reader.TokenType switch { JsonTokenType.True => "true", JsonTokenType.False => "false", _ => reader.GetString() });
            reader.Read();
        }

        return columns.End();
    }
}
