using System.Text.Json.Serialization;
using NhiGraph.Graph.Model;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Loaders.Joins;

/// <summary>A person or team, as what it is known by says.</summary>
/// <param name="Key">The node's key.</param>
/// <param name="By">What it is known by here.</param>
/// <param name="Value">That, as its source writes it.</param>
/// <param name="Fact">The fact that says so.</param>
internal sealed record Party(string Key, string Name, JoinedBy By, string Value, string? HiredAt, string? DepartedAt, FactKey Fact)
{
    /// <summary>PROVED where both sides state the same id or address; a login or the like is the same by convention only.</summary>
    [JsonIgnore]
    public Certainty Certainty => By is JoinedBy.Login or JoinedBy.EmailLocalPart ? Certainty.Inferred : Certainty.Proved;

    [JsonIgnore]
    public Support Support => new(Fact, null, $"{Name}: {By.Text().ToLowerInvariant().Replace('_', ' ')} {Value}", null);
}
