using System.Text.Json;
using NhiGraph.Loaders.Aws.Data;
using NhiGraph.Loaders.Input;

namespace NhiGraph.Loaders.Aws.Read.Inventory;

/// <summary>The fact of a workload (<see cref="AwsDatasets.Workloads"/>).</summary>
internal static class WorkloadRecord
{
    internal static string Of(WorkloadKind kind, InventoryItem item, string arn) => new FactContent()
        .Text("Arn", arn)
        .Text("Name", kind.Name is { } name ? Template.Fill(name, item.Find) : null)
        .Set("Roles", kind.Roles.SelectMany(role => item.Texts(role.Member).Select(value => (role.Member + "\n" + value, new FactContent().Text("Member", role.Member).Text("Role", value).ToString()))))
        .Text("State", kind.State is { } state ? item.Find(state) : null)
        .Text("CreateDate", kind.Created is { } created ? item.Date(created) : null)
        .Text("ExpirationDate", kind.Expires is { } expires ? item.Date(expires) : null)
        .Text("LastRotatedDate", kind.Rotated is { } rotated ? item.Date(rotated) : null)
        .Text("Via", kind.Via is { } via ? item.Find(via.Member) : null)
        .Set("EnvironmentNames", kind.Environment.SelectMany(item.Names).Select(name => (name, FactContent.Quoted(name))))
        .Set("Keys", kind.Keys.SelectMany(item.Texts).Select(key => (key, FactContent.Quoted(key))))
        .Json("Members", kind.Members.IsEmpty ? null : kind.Members.Aggregate(new FactContent(), (members, member) => members.Text(member, item.Find(member))).ToString())
        .Set("Tags", kind.Tags is { } tags ? Tags(item, tags) : [])
        .ToString();

    /// <summary>Services write them as <c>{Key, Value}</c>, as <c>{key, value}</c>, or as an object.</summary>
    private static IEnumerable<(string By, string Json)> Tags(InventoryItem item, string path)
    {
        foreach ((JsonElement element, string locator, _) in item.Places(path))
        {
            bool pair = element.ValueKind == JsonValueKind.Object && (element.TryGetProperty("Key", out _) || element.TryGetProperty("key", out _));
            (string? Key, string? Value)[] tags = pair ? [(Text(element, "Key") ?? Text(element, "key"), Text(element, "Value") ?? Text(element, "value"))]
                : element.ValueKind == JsonValueKind.Object ? [.. element.EnumerateObject().Select(member => (RecordReader.NameOf(member), RecordReader.TextOf(member.Value)))] : [(null, null)];
            foreach ((string? key, string? value) in tags)
            {
                if (key is not { Length: > 0 } || value is null)
                {
                    item.Faults.Missing(AwsProblems.Input.FieldDropped(locator, "a tag with its name and value"));
                }
                else if ((SecretPattern.InText(value) ?? SecretPattern.InText(key)) is { } secret)
                {
                    item.Faults.Note(AwsProblems.Input.LooksLikeSecret(locator, secret));
                }
                else
                {
                    yield return (key, new FactContent().Text("Key", key).Text("Value", value).ToString());
                }
            }
        }
    }

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out JsonElement value) ? RecordReader.TextOf(value) : null;
}
