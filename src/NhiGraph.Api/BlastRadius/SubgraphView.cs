using NhiGraph.Analysis.Answers;
using NhiGraph.Api.Paging;
using NhiGraph.Api.Snapshots;

namespace NhiGraph.Api.BlastRadius;

/// <summary>A picture in the request's snapshot.</summary>
internal sealed record SubgraphView(AskedGraph Asked, Subgraph Picture)
{
    internal IEnumerable<SubgraphNodeView> Nodes => Picture.Nodes.Select(node => new SubgraphNodeView(Asked, node));

    internal Truncation? Truncated => Picture.Joined == 0 ? null : new("Nodes that do not fit are joined into one a kind and distance; where even that is too much, the farthest are left out.", Picture.Joined);
}
