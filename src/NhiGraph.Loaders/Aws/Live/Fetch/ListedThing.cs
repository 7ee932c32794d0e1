using System.Text.Json.Nodes;
using NhiGraph.Loaders.Aws.Data;

namespace NhiGraph.Loaders.Aws.Live.Fetch;

/// <summary>A resource that a listing of the inventory has, or the account itself.</summary>
/// <param name="Arn">Null for the account.</param>
/// <param name="Item">What the listing says of it.</param>
/// <param name="Region">Of the listing.</param>
internal sealed record ListedThing(string? Arn, JsonNode? Item, string Account, string Region)
{
    internal static IEnumerable<ListedThing> In(WorkloadKind kind, JsonObject answer)
    {
        WorkloadCommand listing = kind.Commands[0];
        foreach (JsonNode? item in answer[listing.List] as JsonArray ?? [])
        {
            var thing = new ListedThing(null, item, (string)answer[nameof(Account)]!, (string)answer[nameof(Region)]!);
            // A reader tells of an item that has not what its ARN is made of.
            if (Template.Fill(listing.Arn, thing.Find) is { } arn)
            {
                yield return thing with { Arn = arn };
            }
        }
    }

    /// <summary>What the listing says, and where; <c>/</c> is what stands after the last slash of an item that is a text.</summary>
    internal string? Find(string name) => name switch
    {
        "account" => Account,
        "region" => Region,
        "partition" => Template.PartitionOf(Region),
        "arn" => Arn,
        "" => Text(Item),
        "/" => Text(Item) is { } text ? text[(text.LastIndexOf('/') + 1)..] : null,
        _ => Text((Item as JsonObject)?[name]),
    };

    /// <summary>A name that is missing leaves its place empty: AWS tells that it is no name.</summary>
    internal string Fill(string template) => Template.Fill(template, name => Find(name) ?? "")!;

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : null;
}
