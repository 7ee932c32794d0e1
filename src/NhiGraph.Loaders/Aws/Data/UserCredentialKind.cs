using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using NhiGraph.Graph.Model;

namespace NhiGraph.Loaders.Aws.Data;

/// <summary>A kind of credential that users have beside access keys, as data (<c>user-credentials.json</c>): what lists it and which members say what.</summary>
/// <param name="List">The member with the list, by which the document is known.</param>
/// <param name="Id">The member of an item that is its id.</param>
/// <param name="Page">Where AWS documents the command.</param>
internal sealed record UserCredentialKind(string Dataset, string Title, string Command, string Right, string List, string Id, string Created, string Page)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) }, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    internal static ImmutableArray<UserCredentialKind> All { get; } = Read();

    /// <summary>Null for a second factor, which signs in to nothing by itself.</summary>
    public CredentialType? Type { get; init; }

    /// <summary>What its node's key begins with.</summary>
    public string? Prefix { get; init; }

    /// <summary>Another list of the same, of the whole account, whose items have the user's ARN within <c>User</c>, the root user's too.</summary>
    public string? Assigned { get; init; }

    public string? Expires { get; init; }

    /// <summary>The member that names the one service that it is for.</summary>
    public string? Service { get; init; }

    /// <summary>The one service that all of the kind are for.</summary>
    public string? For { get; init; }

    private static ImmutableArray<UserCredentialKind> Read()
    {
        using Stream stream = AwsData.Open("user-credentials.json");
        return JsonSerializer.Deserialize<ImmutableArray<UserCredentialKind>>(stream, Options);
    }
}
