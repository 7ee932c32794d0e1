using System.Text.Json.Serialization;
using NhiGraph.Graph.Model;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Loaders.Joins;

/// <summary>Somebody owns whatever a pattern names: asked under <see cref="PartyKeys.Owned"/>.</summary>
/// <param name="Pattern">The key of a thing, with or without the provider's prefix; * and ? stand for any characters and any one.</param>
/// <param name="Owner">The key of the person or team.</param>
internal sealed record Duty(string Pattern, string Owner, Certainty Certainty, JoinedBy By, string? Role, string? Since, Support Support)
{
    [JsonIgnore]
    public bool IsPattern => Pattern.AsSpan().ContainsAny('*', '?');

    /// <summary>What stands under a thing (<c>...role/deploy#password</c>) is named only by a pattern that says so.</summary>
    internal bool Names(string key) => (Matches(key) || Matches(Bare(key))) && (Pattern.Contains('#', StringComparison.Ordinal) || !key.Contains('#', StringComparison.Ordinal));

    /// <summary>A key without the provider's prefix: an ARN, for AWS.</summary>
    internal static string Bare(string key) => key[(key.IndexOf(':', StringComparison.Ordinal) + 1)..];

    internal GraphEdge Edge(string thing) => new(EdgeKind.Owns, Owner, thing, Certainty)
    {
        Properties = EdgeProperties.Of((PropertyNames.Role, Role), (PropertyNames.Since, Since), (PropertyNames.JoinedBy, By.Text())),
    };

    private bool Matches(string text) => System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(Pattern, text, ignoreCase: false);
}
