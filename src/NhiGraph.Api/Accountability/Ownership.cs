using NhiGraph.Api.Entities;
using NhiGraph.Api.Schema;
using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;

namespace NhiGraph.Api.Accountability;

/// <summary>One owner of an entity.</summary>
internal sealed record Ownership(EntityNode Owned, AccessEdge Edge)
{
    internal EntityNode Owner => Owned.Other(Edge.From);

    /// <summary>What it is an owner of where that is not the entity itself: the application it belongs to, or the identity it is a session of.</summary>
    internal EntityNode? Through => Edge.To == Owned.Node ? null : Owned.Other(Edge.To);

    internal object? Role => Property(PropertyNames.Role, VocabularyTextOf);

    internal object? Since => Property(PropertyNames.Since, text => UtcDateTimeGraphType.Parse(text));

    /// <summary>Whether the owner is still here at the time asked, by the last day where one is given; null for a team and where a person's status is unknown.</summary>
    internal object? Active => !Owner.Is(NodeKinds.Human) ? null : Owner.Stored(stored =>
        UtcDateTimeGraphType.Parse(stored.Node[PropertyNames.DepartedAt]) is { } left ? left.ToUnixTimeSeconds() > Owned.Asked.At
        : VocabularyText.ParseOrDefault<HumanStatus>(stored.Node[PropertyNames.Status]) switch
        {
            HumanStatus.Active or HumanStatus.Leave => true,
            HumanStatus.Departed => false,
            _ => (object?)null,
        });

    private object? Property(string name, Func<string?, object?> select) =>
        Owned.Asked.Edges.Load(Owned.Graph.EdgeKeyOf(Edge.Id), stored => select(stored?.Derived.Edge.Properties.GetValueOrDefault(name)));

    private static object? VocabularyTextOf(string? text) => VocabularyText.ParseOrDefault<OwnershipRole>(text?.ToUpperInvariant());
}
