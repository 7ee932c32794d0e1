using System.Collections.Immutable;
using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Drafts;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Loaders.Joins;

/// <summary>A thing names a person or team, who has, owns, made or saw it: an edge for the join to draw once it is known who that is.</summary>
/// <param name="Head">The thing's key.</param>
/// <param name="Edge">HAS_ACCOUNT, OWNS, CREATED or EXPOSED_TO.</param>
/// <param name="Named">The name as it stands there.</param>
/// <param name="Rungs">What it may mean, the surest first.</param>
/// <param name="Supports">What says so, all of it together.</param>
internal sealed record PersonOffer(string Head, EdgeKind Edge, string Named, ImmutableArray<Rung> Rungs, params ImmutableArray<Support> Supports)
{
    /// <summary>When the thing was made, to tell holders of one address apart.</summary>
    public string? Made { get; init; }

    /// <summary>The edge's own properties.</summary>
    public ImmutableSortedDictionary<string, string> Properties { get; init; } = GraphNode.NoProperties;

    /// <summary>Offers it under each rung, so that whoever stands on any of them meets it.</summary>
    internal void AddTo(GraphDraft draft)
    {
        string content = TermContent.Of(this);
        foreach (string rung in Rungs.Select(rung => rung.Key).Distinct(StringComparer.Ordinal))
        {
            draft.Term(JoinSide.Offer, rung, content);
        }
    }
}
