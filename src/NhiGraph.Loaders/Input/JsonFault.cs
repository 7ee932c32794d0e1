using System.Globalization;
using System.Text;
using System.Text.Json;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Loaders.Input;

/// <summary>Finds where a text stops being JSON. Only read again once it is known to be broken: O(length).</summary>
internal static class JsonFault
{
    /// <summary>The problem of a text that the parser refused.</summary>
    public static Problem In(string file, ReadOnlySpan<byte> text, int maxDepth, InputProblems told)
    {
        var path = new Stack<Step>();
        var reader = new Utf8JsonReader(text, new JsonReaderOptions { AllowMultipleValues = true, MaxDepth = int.MaxValue });
        try
        {
            while (reader.Read())
            {
                Follow(path, ref reader);
                if (path.Count > maxDepth)
                {
                    return told.TooDeep(file, PointerOf(path), maxDepth);
                }
            }
        }
        catch (JsonException failure)
        {
            return told.NotJson(file, PointerOf(path), (failure.LineNumber ?? 0) + 1, WhyOf(text));
        }

        // The parser refused what this scan reads: the scan must not say that all is well.
        return told.NotJson(file, "", 1, "the parser refused it.");
    }

    /// <summary>Whether the text goes deeper than that before it stops being JSON.</summary>
    public static bool IsDeeperThan(int levels, ReadOnlySpan<byte> text)
    {
        var reader = new Utf8JsonReader(text, new JsonReaderOptions { MaxDepth = int.MaxValue });
        try
        {
            while (reader.Read())
            {
                if (reader.CurrentDepth > levels)
                {
                    return true;
                }
            }
        }
        catch (JsonException)
        {
            // It is broken before it is deep.
        }

        return false;
    }

    private static void Follow(Stack<Step> path, ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName:
                path.Peek().Name = Encoding.UTF8.GetString(reader.ValueSpan);
                return;
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                path.Pop();
                return;
        }

        if (path.TryPeek(out Step? step) && step.Name is null)
        {
            step.Index++;
        }

        if (reader.TokenType is JsonTokenType.StartObject)
        {
            path.Push(new Step { Name = "" });
        }
        else if (reader.TokenType is JsonTokenType.StartArray)
        {
            path.Push(new Step());
        }
    }

    private static string PointerOf(Stack<Step> path)
    {
        // The first 32 steps say enough, and a hostile text must not make a message of its own size.
        var pointer = new StringBuilder();
        foreach (Step step in path.Reverse().Take(32))
        {
            string name = step.Name ?? Math.Max(step.Index, 0).ToString(CultureInfo.InvariantCulture);
            if (name.Length > 0)
            {
                pointer.Append('/').Append(JsonPointer.Escaped(name.Length <= 64 ? name : name[..64]));
            }
        }

        return pointer.ToString();
    }

    /// <summary>Not in the parser's own words: those quote the input.</summary>
    private static string WhyOf(ReadOnlySpan<byte> text)
    {
        var reader = new Utf8JsonReader(text, isFinalBlock: false, new JsonReaderState(new JsonReaderOptions { AllowMultipleValues = true, MaxDepth = int.MaxValue }));
        try
        {
            while (reader.Read())
            {
            }

            return "it ends in the middle.";
        }
        catch (JsonException)
        {
            return "what stands after the named place is no JSON.";
        }
    }

    private sealed class Step
    {
        /// <summary>The member last seen, empty before the first; null in an array.</summary>
        public string? Name { get; set; }

        public int Index { get; set; } = -1;
    }
}
