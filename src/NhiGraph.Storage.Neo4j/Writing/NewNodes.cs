using System.Runtime.InteropServices;
using NhiGraph.Graph.Model;
using NhiGraph.Storage.Neo4j.Model;
using NhiGraph.Storage.Neo4j.QueryApi;

namespace NhiGraph.Storage.Neo4j.Writing;

/// <summary>New nodes in groups of equal labels and names of properties; a property that all of a group have alike comes once.</summary>
internal static class NewNodes
{
    /// <summary>What the statement sets by name.</summary>
    private static readonly string[] EveryNodes = [PropertyName.Id, PropertyName.Name, PropertyName.SortName, PropertyName.Search, PropertyName.State];

    internal static int SizeOf(GraphNode node) => 200 + (4 * node.Key.Length) + node.Properties.Sum(property => property.Value.Length);

    internal static void Set(QueryParameters parameters, IReadOnlyList<GraphNode> nodes)
    {
        var alike = new Dictionary<string, List<List<NodeField>>>(StringComparer.Ordinal);
        foreach (GraphNode node in nodes)
        {
            List<NodeField> fields = NodeCode.Fields(node);
            (CollectionsMarshal.GetValueRefOrAddDefault(alike, $"{(int)node.Kinds}\0{string.Join('\0', fields.Select(field => $"{(int)field.Type}{field.Name}"))}", out _) ??= []).Add(fields);
        }

        PackedGroup.Set(parameters, [.. alike.Select(group => Group((NodeKinds)int.Parse(group.Key.AsSpan(0, group.Key.IndexOf('\0', StringComparison.Ordinal)), System.Globalization.CultureInfo.InvariantCulture), group.Value))], []);
    }

    private static PackedGroup Group(NodeKinds kinds, List<List<NodeField>> rows)
    {
        List<NodeField> first = rows[0];
        int[] everyNodes = [.. EveryNodes.Select(name => first.FindIndex(field => field.Name == name))];
        ILookup<bool, int> columns = Enumerable.Range(0, first.Count).Except(everyNodes).ToLookup(column => first[column].Type is NodeFieldType.Text or NodeFieldType.Truth && rows.TrueForAll(row => row[column].Text == first[column].Text));
        int[] texts = Of(NodeFieldType.Text), truths = Of(NodeFieldType.Truth), instants = Of(NodeFieldType.Instant);
        var group = new PackedGroup(writer =>
        {
            WriteTexts("labels", NodeCode.Labels(kinds));
            writer.WriteStartObject("alike");
            foreach (int column in columns[true])
            {
                NodeCode.Write(writer, first[column]);
            }

            writer.WriteEndObject();
            WriteTexts("texts", texts.Select(column => first[column].Name));
            WriteTexts("truths", truths.Select(column => first[column].Name));
            WriteTexts("instants", instants.Select(column => first[column].Name));

            void WriteTexts(string name, IEnumerable<string> values)
            {
                writer.WriteStartArray(name);
                foreach (string value in values)
                {
                    writer.WriteStringValue(value);
                }

                writer.WriteEndArray();
            }
        });
        int[] cells = [.. everyNodes, .. texts, .. truths, .. instants];
        foreach (List<NodeField> row in rows)
        {
            group.Cells.AddRange(cells.Select(column => row[column].Text));
        }

        return group;

        int[] Of(NodeFieldType type) => [.. columns[false].Where(column => first[column].Type == type)];
    }
}
