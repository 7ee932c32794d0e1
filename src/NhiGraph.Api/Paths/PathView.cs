using NhiGraph.Api.Snapshots;
using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Paths;

namespace NhiGraph.Api.Paths;

/// <summary>A path in the request's snapshot.</summary>
/// <param name="Graph">Whose path it is.</param>
internal sealed record PathView(AskedGraph Asked, AccessGraph Graph, AccessPath Path)
{
    internal IEnumerable<PathStepView> Steps => Path.Steps.Select(step => new PathStepView(this, step));

    internal static PathView Of(AskedGraph asked, AccessGraph graph, AccessPath? path, string target) =>
        new(asked, graph, path ?? throw new InvalidOperationException($"{target} is in the answer, but no path leads to it."));
}
