using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using NhiGraph.Loaders.Aws.Policy;

namespace NhiGraph.Loaders.Aws.Data;

/// <summary>How an issuer of tokens writes its subjects, as data (<c>oidc-subjects.json</c>): parts one after another, the first being whoever has an account there, then a context.</summary>
/// <param name="Issuers">Patterns of issuers, without <c>https://</c>.</param>
/// <param name="Open">Anybody may have an account there, and tokens for any audience.</param>
/// <param name="Page">Where the platform documents it.</param>
internal sealed record OidcPlatform(ImmutableArray<string> Issuers, string Platform, bool Open, ImmutableArray<OidcPart> Parts, string Page)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    internal static ImmutableArray<OidcPlatform> All { get; } = Read();

    /// <summary>A first part that has this is one account's, whatever follows.</summary>
    public string? TenantEnds { get; init; }

    /// <summary>What stands between a name and the id that nobody else ever gets.</summary>
    public string? Id { get; init; }

    /// <summary>What stands before the context.</summary>
    public string? Context { get; init; }

    public ImmutableArray<OidcContext> Contexts { get; init; } = [];

    /// <summary>Null for an issuer whose subjects are not known.</summary>
    internal static OidcPlatform? Of(string issuer) => All.FirstOrDefault(platform => platform.Issuers.Any(pattern => Glob.Matches(pattern, issuer)));

    private static ImmutableArray<OidcPlatform> Read()
    {
        using Stream stream = AwsData.Open("oidc-subjects.json");
        return JsonSerializer.Deserialize<ImmutableArray<OidcPlatform>>(stream, Options);
    }
}
