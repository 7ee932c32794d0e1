using NhiGraph.Analysis.Answers;
using NhiGraph.Api.Paging;

namespace NhiGraph.Api.BlastRadius;

/// <summary>A picture of a question.</summary>
internal sealed record SubgraphView(BlastRadiusQuestion Question, Subgraph Picture)
{
    internal IEnumerable<SubgraphNodeView> Nodes => Picture.Nodes.Select(node => new SubgraphNodeView(Question, node));

    internal Truncation? Truncated => Picture.Joined == 0 ? null : new("Nodes that do not fit are joined into one a kind and distance; where even that is too much, the farthest are left out.", Picture.Joined);
}
