using System.Text.Json;
using System.Text.Json.Nodes;
using NhiGraph.Loaders.Aws.Read;
using NhiGraph.Loaders.Input;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Loaders.Aws.Live.Fetch;

/// <summary>Takes out of a document what looks like a secret: a member, a whole tag, a whole policy. Readers of files leave the same out of facts; here it is never written either.</summary>
internal static class SecretSieve
{
    private static readonly HashSet<string> Policies = new(StringComparer.Ordinal) { "AssumeRolePolicyDocument", "Content", "Document", "Policy", "PolicyDocument", "ResourcePolicy", "policyText" };

    internal static void Take(JsonObject document, string place, List<Problem> notes) => Walk(document, place + "#", notes);

    private static void Walk(JsonNode? node, string at, List<Problem> notes)
    {
        if (node is JsonObject members)
        {
            foreach ((string name, JsonNode? value) in members.ToArray())
            {
                string here = $"{at}/{name}";
                if (value is not null && (SecretPattern.IsSecretMember(name) ? "a secret" : Found(name, value)) is { } secret)
                {
                    members.Remove(name);
                    notes.Add(AwsProblems.Input.LooksLikeSecret(here, secret));
                }
                else
                {
                    Walk(value, here, notes);
                }
            }
        }
        else if (node is JsonArray items)
        {
            for (int i = items.Count - 1; i >= 0; i--)
            {
                if ((Tag(items[i]) ?? Text(items[i])) is { } text && SecretPattern.InText(text) is { } secret)
                {
                    items.RemoveAt(i);
                    notes.Add(AwsProblems.Input.LooksLikeSecret($"{at}/{i}", secret));
                }
                else
                {
                    Walk(items[i], $"{at}/{i}", notes);
                }
            }
        }
    }

    /// <summary>A policy is full of long words: only what nothing but a secret looks like counts there.</summary>
    private static string? Found(string name, JsonNode value) =>
        Policies.Contains(name) && value is JsonObject or JsonValue && (Text(value) ?? value.ToJsonString()) is var policy && policy.AsSpan().TrimStart() is ['{', ..] ? SecretPattern.InPolicy(policy)
        : name != "Content" && Text(value) is { } text ? SecretPattern.InText(text)
        : null;

    private static string? Tag(JsonNode? item) => item is JsonObject tag && tag.ContainsKey("Key") && Text(tag["Value"]) is { } value ? $"{Text(tag["Key"])} {value}" : null;

    private static string? Text(JsonNode? node) => node is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;
}
