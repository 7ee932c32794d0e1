using System.Collections.Immutable;
using System.Text.Json;
using NhiGraph.Graph.Model;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Storage.Neo4j.Model;

/// <summary>
/// What justifies an edge as JSON: an array of alternatives, each an array of supports. A fact is <c>[statement, locator, dataset's number, key]</c>, another edge
/// <c>[statement, locator, kind, from, to, qualifier]</c>.
/// </summary>
internal static class EvidenceCode
{
    internal static string Text(ImmutableArray<ImmutableArray<Support>> alternatives, Func<FactKey, long> datasetOf)
    {
        return JsonText.Of(writer =>
        {
            writer.WriteStartArray();
            foreach (ImmutableArray<Support> alternative in alternatives)
            {
                writer.WriteStartArray();
                foreach (Support support in alternative)
                {
                    Write(writer, support, datasetOf);
                }

                writer.WriteEndArray();
            }

            writer.WriteEndArray();
        });
    }

    internal static ImmutableArray<ImmutableArray<Support>> Read(string text, Func<long, FactKey> datasetOf)
    {
        using JsonDocument document = JsonDocument.Parse(text);
        return [.. document.RootElement.EnumerateArray().Select(alternative => alternative.EnumerateArray().Select(support => Read(support, datasetOf)).ToImmutableArray())];
    }

    private static void Write(Utf8JsonWriter writer, Support support, Func<FactKey, long> datasetOf)
    {
        writer.WriteStartArray();
        writer.WriteStringValue(support.Statement);
        writer.WriteStringValue(support.Locator);
        if (support.Fact is { } fact)
        {
            writer.WriteNumberValue(datasetOf(fact));
            writer.WriteStringValue(fact.Key);
        }
        else if (support.Edge is { } edge)
        {
            writer.WriteStringValue(edge.Kind.Text());
            writer.WriteStringValue(edge.From);
            writer.WriteStringValue(edge.To);
            writer.WriteStringValue(edge.Qualifier);
        }

        writer.WriteEndArray();
    }

    private static Support Read(JsonElement support, Func<long, FactKey> datasetOf) => support[2].ValueKind == JsonValueKind.Number
        ? new Support(datasetOf(support[2].GetInt64()) with { Key = support[3].GetString()! }, null, support[0].GetString()!, support[1].GetString())
        : new Support(null, new EdgeKey(VocabularyText.ParseOrDefault<EdgeKind>(support[2].GetString()), support[3].GetString()!, support[4].GetString()!, support[5].GetString()!), support[0].GetString()!, support[1].GetString());
}
