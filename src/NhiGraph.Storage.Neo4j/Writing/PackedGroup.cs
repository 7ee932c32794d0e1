using System.Text.Json;
using NhiGraph.Storage.Neo4j.Model;
using NhiGraph.Storage.Neo4j.QueryApi;

namespace NhiGraph.Storage.Neo4j.Writing;

/// <summary>Rows of a batch that have something alike, which is sent once; the rest are the cells of each row.</summary>
/// <param name="writeAlike">Writes the members of the group that all rows share.</param>
internal sealed class PackedGroup(Action<Utf8JsonWriter> writeAlike)
{
    internal List<string> Cells { get; } = [];

    internal void Write(Utf8JsonWriter writer, char by)
    {
        writer.WriteStartObject();
        writeAlike(writer);
        writer.WriteString("rows", string.Join(by, Cells));
        writer.WriteEndObject();
    }

    /// <summary>Sets the parameters <c>$by</c> and <c>$groups</c>, and tells what stands between two cells.</summary>
    /// <param name="parameters">The parameters of the batch.</param>
    /// <param name="groups">All rows.</param>
    /// <param name="besides">Other texts that are packed alike.</param>
    internal static char Set(QueryParameters parameters, IReadOnlyCollection<PackedGroup> groups, IEnumerable<string> besides)
    {
        char by = Packing.Separator([.. groups.SelectMany(group => group.Cells), .. besides]);
        parameters.Set("by", by.ToString()).Set("groups", writer =>
        {
            writer.WriteStartArray();
            foreach (PackedGroup group in groups)
            {
                group.Write(writer, by);
            }

            writer.WriteEndArray();
        });
        return by;
    }
}
