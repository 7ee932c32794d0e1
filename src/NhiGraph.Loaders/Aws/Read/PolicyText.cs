using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using NhiGraph.Loaders.Input;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Loaders.Aws.Read;

/// <summary>A policy document: an object as the CLI prints it, or its JSON as text, URL-encoded (as the API sends it) or not.</summary>
internal static class PolicyText
{
    /// <summary>Fifty times what AWS takes.</summary>
    public const int MaxCharacters = 1 << 20;

    /// <summary>The canonical JSON of a document that follows the policy grammar; null, and told, for any other: what it says is unknown.</summary>
    public static string? Read(JsonElement? given, PolicyKind kind, string locator, RecordFaults faults)
    {
        if (given is not { } document)
        {
            faults.Missing(AwsProblems.UnreadablePolicy(locator, "it was not given."));
            return null;
        }

        if (document.ValueKind == JsonValueKind.String)
        {
            if (Parsed(document, locator, faults) is not { } parsed)
            {
                return null;
            }

            document = parsed;
        }
        else if (JsonMarshal.GetRawUtf8Value(document).Length is > MaxCharacters and int length)
        {
            faults.Missing(AwsProblems.PolicyTooLarge(locator, length, MaxCharacters));
            return null;
        }

        return Sound(document, kind, locator, faults);
    }

    private static JsonElement? Parsed(JsonElement text, string locator, RecordFaults faults)
    {
        string? json = RecordReader.TextOf(text);
        if (json is not null && !json.AsSpan().TrimStart().StartsWith("{", StringComparison.Ordinal) && json.Length <= 3 * MaxCharacters)
        {
            json = Uri.UnescapeDataString(json);
        }

        if (json is null || json.Length > MaxCharacters)
        {
            faults.Missing(json is null ? AwsProblems.UnreadablePolicy(locator, "its text escapes half a character.") : AwsProblems.PolicyTooLarge(locator, json.Length, MaxCharacters));
            return null;
        }

        try
        {
            using var parsed = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = JsonDocuments.MaxDepth });
            return parsed.RootElement.Clone();
        }
        catch (Exception failure) when (failure is JsonException or ArgumentException)
        {
            faults.Missing(failure is JsonException && JsonFault.IsDeeperThan(JsonDocuments.MaxDepth, Encoding.UTF8.GetBytes(json))
                ? AwsProblems.PolicyTooDeep(locator, PolicyGrammar.MaxDepth)
                : AwsProblems.UnreadablePolicy(locator, "its text is not whole JSON, URL-encoded or plain."));
            return null;
        }
    }

    private static string? Sound(JsonElement document, PolicyKind kind, string locator, RecordFaults faults)
    {
        if (SoundJson.DeeperThan(document, PolicyGrammar.MaxDepth))
        {
            faults.Missing(AwsProblems.PolicyTooDeep(locator, PolicyGrammar.MaxDepth));
            return null;
        }

        if ((SoundJson.FaultOf(document) ?? PolicyGrammar.FaultOf(document, kind)) is var (pointer, why))
        {
            faults.Missing(AwsProblems.UnreadablePolicy(locator + pointer, why));
            return null;
        }

        string canonical = CanonicalJson.Of(document);
        if (SecretPattern.InPolicy(canonical) is { } secret)
        {
            faults.Missing(AwsProblems.Input.LooksLikeSecret(locator, secret));
            return null;
        }

        return canonical;
    }
}
