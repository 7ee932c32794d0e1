using System.Text.Json;
using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;
using NhiGraph.Storage.Neo4j;
using NhiGraph.Storage.Neo4j.QueryApi;

namespace NhiGraph.Scenarios.Engines;

/// <summary>Puts nodes and edges into an emptied database as the store's live graph has them, so that queries can be tried on graphs that no load makes.</summary>
internal static class ModelWriter
{
    internal static async Task WriteAsync(QueryApiClient client, IEnumerable<GraphNode> nodes, IEnumerable<GraphEdge> edges, CancellationToken cancellation)
    {
        await client.ExecuteAsync(new Query(Statement("MATCH (n) DETACH DELETE n"), new()) { Access = QueryAccess.Write }, cancellation);
        await client.ExecuteAsync(new Query(Statement("CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE"), new()) { Access = QueryAccess.Write }, cancellation);
        await client.ExecuteAsync(new Query(Statement("CREATE (:Store {name: 'nhigraph', version: 1, sweptRun: 1})"), new()) { Access = QueryAccess.Write }, cancellation);
        var rows = new QueryParameters().Set("rows", writer =>
        {
            writer.WriteStartArray();
            foreach (GraphNode node in nodes)
            {
                writer.WriteStartObject();
                writer.WriteStartArray("labels");
                foreach (NodeKind kind in Enum.GetValues<NodeKind>().Where(kind => (node.Kinds & (NodeKinds)(1 << (int)kind)) != 0))
                {
                    writer.WriteStringValue(kind.ToString());
                }

                writer.WriteStringValue("Entity");
                writer.WriteEndArray();
                writer.WriteStartObject("p");
                writer.WriteString("id", node.Key);
                writer.WriteString("name", node.Name);
                writer.WriteNumber("sinceRun", 1);
                if ((node.Kinds & NodeKinds.Resource) != 0)
                {
                    writer.WriteString("trait", NodeColumns.Of(node).Traits.Text());
                }

                foreach ((string name, string value) in node.Properties)
                {
                    if (value is "true" or "false")
                    {
                        writer.WriteBoolean(name, value == "true");
                    }
                    else
                    {
                        writer.WriteString(name, value);
                    }
                }

                writer.WriteEndObject();
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        });
        await client.ExecuteAsync(new Query(Statement("UNWIND $rows AS row CREATE (n:$(row.labels)) SET n = row.p"), rows) { Access = QueryAccess.Write }, cancellation);
        var edgeRows = new QueryParameters().Set("rows", writer =>
        {
            writer.WriteStartArray();
            foreach (GraphEdge edge in edges)
            {
                writer.WriteStartObject();
                writer.WriteString("from", edge.From);
                writer.WriteString("to", edge.To);
                writer.WriteString("type", edge.Kind.Text());
                writer.WriteStartObject("p");
                Write(writer, edge);
                writer.WriteEndObject();
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        });
        await client.ExecuteAsync(new Query(Statement("UNWIND $rows AS row MATCH (a:Entity {id: row.from}) MATCH (b:Entity {id: row.to}) CREATE (a)-[r:$(row.type)]->(b) SET r = row.p"), edgeRows) { Access = QueryAccess.Write }, cancellation);
    }

    private static void Write(Utf8JsonWriter writer, GraphEdge edge)
    {
        writer.WriteNumber("sinceRun", 1);
        writer.WriteString("certainty", edge.Certainty.Text());
        writer.WriteNumber("certaintyRank", (int)edge.Certainty);
        if (!edge.Validity.IsAlways)
        {
            writer.WriteBoolean("limited", true);
            if (edge.Validity.Disabled)
            {
                writer.WriteBoolean("disabled", true);
            }

            if (edge.Validity.From != long.MinValue)
            {
                writer.WriteNumber("validFrom", edge.Validity.From);
            }

            if (edge.Validity.Until != long.MaxValue)
            {
                writer.WriteNumber("validUntil", edge.Validity.Until);
            }
        }

        if (edge.Key.Qualifier.Length > 0)
        {
            writer.WriteString("qualifier", edge.Key.Qualifier);
        }

        if (edge.Technique is not null)
        {
            writer.WriteString("technique", edge.Technique);
        }

        if (!edge.Assumptions.IsEmpty)
        {
            writer.WriteBoolean("assumed", true);
            Texts(writer, "assumptions", edge.Assumptions);
        }

        if (edge.On is { } on)
        {
            writer.WriteString("effect", on.Effect.Text());
            writer.WriteString("covers", on.Covers.Text());
            if (!on.Parts.IsEmpty)
            {
                Texts(writer, "parts", on.Parts);
            }
        }

        if (!edge.Conditions.IsEmpty)
        {
            Texts(writer, "conditions", edge.Conditions.Select(condition => condition.Statement));
            writer.WriteString("detail", JsonSerializer.Serialize(edge.Conditions.Select(condition => new { key = condition.Key, @operator = condition.Operator, values = condition.Values, statement = condition.Statement })));
        }
    }

    private static void Texts(Utf8JsonWriter writer, string name, IEnumerable<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (string text in texts)
        {
            writer.WriteStringValue(text);
        }

        writer.WriteEndArray();
    }

    private static CypherFile Statement(string text) => new("test", "", text);
}
