using System.Globalization;
using System.Text.Json;
using NhiGraph.Loaders.Runs;

namespace NhiGraph.Loaders.Input;

/// <summary>The JSON documents of one file: one, several after each other (a loop over a command), or an array of them (<c>jq -s</c>).</summary>
internal static class JsonDocuments
{
    /// <summary>Deeper than anything AWS prints, and shallow enough for whoever walks it by recursion.</summary>
    public const int MaxDepth = 256;

    /// <summary>A loop over the users of a large account prints some thousands.</summary>
    public const int MostDocuments = 100_000;

    /// <summary>Their roots; they live on their own, without the text.</summary>
    /// <exception cref="RefusedInputException">The text is not whole JSON, is nested too deep, or holds something else than objects.</exception>
    public static List<ExportDocument> Of(string file, ReadOnlySpan<byte> text, InputProblems told)
    {
        var found = new List<JsonElement>();
        var reader = new Utf8JsonReader(text, new JsonReaderOptions { AllowMultipleValues = true, MaxDepth = MaxDepth });
        try
        {
            while (reader.Read())
            {
                if (found.Count == MostDocuments)
                {
                    throw TooMany(file, told);
                }

                found.Add(JsonElement.ParseValue(ref reader));
            }
        }
        catch (JsonException)
        {
            throw new RefusedInputException([JsonFault.In(file, text, MaxDepth, told)]);
        }

        var documents = new List<ExportDocument>(found.Count);
        for (int i = 0; i < found.Count; i++)
        {
            string place = found.Count == 1 ? file + "#" : string.Create(CultureInfo.InvariantCulture, $"{file} (document {i + 1})#");
            documents.AddRange(Objects(place, found[i], told));
            if (documents.Count > MostDocuments)
            {
                throw TooMany(file, told);
            }
        }

        return documents;
    }

    private static IEnumerable<ExportDocument> Objects(string place, JsonElement root, InputProblems told)
    {
        if (root.ValueKind != JsonValueKind.Array)
        {
            yield return root.ValueKind == JsonValueKind.Object ? new ExportDocument(place, root) : throw NotAnObject(place, told);
            yield break;
        }

        int i = 0;
        foreach (JsonElement item in root.EnumerateArray().Take(MostDocuments + 1))
        {
            string itemPlace = string.Create(CultureInfo.InvariantCulture, $"{place}/{i++}");
            yield return item.ValueKind == JsonValueKind.Object ? new ExportDocument(itemPlace, item) : throw NotAnObject(itemPlace, told);
        }
    }

    private static RefusedInputException TooMany(string file, InputProblems told) => new([told.WrongShape(file + "#", string.Create(CultureInfo.InvariantCulture, $"at most {MostDocuments} documents"))]);

    private static RefusedInputException NotAnObject(string locator, InputProblems told) => new([told.WrongShape(locator, "a JSON object")]);
}
