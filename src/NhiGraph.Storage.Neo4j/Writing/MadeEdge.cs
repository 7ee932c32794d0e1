using System.Globalization;
using System.Text.Json;
using NhiGraph.Graph.Model;
using NhiGraph.Storage.Neo4j.Model;
using NhiGraph.Storage.Neo4j.QueryApi;

namespace NhiGraph.Storage.Neo4j.Writing;

/// <summary>A relationship to make.</summary>
/// <param name="Edge">The edge as its owner states it.</param>
/// <param name="Place">Its owner's number and its place (<see cref="Chunk"/>).</param>
/// <param name="Evidence">What justifies it, as it is stored.</param>
/// <param name="Stated">The run that opened the statement.</param>
/// <param name="Also">Another owner's statement of the edge is stronger.</param>
internal sealed record MadeEdge(GraphEdge Edge, long Place, string Evidence, long Stated, bool Also)
{
    internal int Size => 120 + Evidence.Length;

    /// <summary>Groups of equal type and properties, and each end once.</summary>
    internal static void Set(QueryParameters parameters, IReadOnlyList<MadeEdge> edges, long run)
    {
        var ends = new Dictionary<string, int>(StringComparer.Ordinal);
        var groups = new Dictionary<(string Type, Certainty Certainty, string More), PackedGroup>();
        foreach (MadeEdge made in edges)
        {
            (string Type, Certainty Certainty, string More) alike = (made.Also ? EdgeCode.AlsoStated : made.Edge.Kind.Text(), made.Edge.Certainty, made.More(run));
            if (!groups.TryGetValue(alike, out PackedGroup? group))
            {
                groups[alike] = group = new PackedGroup(writer =>
                {
                    writer.WriteString("type", alike.Type);
                    writer.WriteString("certainty", alike.Certainty.Text());
                    writer.WriteNumber("rank", (int)alike.Certainty);
                    writer.WritePropertyName("more");
                    writer.WriteRawValue(alike.More == "{}" ? "[]" : $"[{alike.More}]");
                });
            }

            group.Cells.AddRange([Number(End(made.Edge.From)), Number(End(made.Edge.To)), Number(made.Place), made.Evidence]);
        }

        parameters.Set("ends", string.Join(PackedGroup.Set(parameters, groups.Values, ends.Keys), ends.Keys));

        int End(string id)
        {
            if (!ends.TryGetValue(id, out int end))
            {
                ends[id] = end = ends.Count;
            }

            return end;
        }
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The properties that only some edges have, as JSON.</summary>
    private string More(long run)
    {
        return JsonText.Of(writer =>
        {
            writer.WriteStartObject();
            EdgeCode.WriteMore(writer, Edge);
            if (Also)
            {
                writer.WriteString(PropertyName.Kind, Edge.Kind.Text());
            }

            if (Stated != run)
            {
                writer.WriteNumber(PropertyName.StatedRun, Stated);
            }

            writer.WriteEndObject();
        });
    }
}
