using NhiGraph.Api.Snapshots;
using NhiGraph.Graph.Paths;

namespace NhiGraph.Api.Paths;

/// <summary>A path in the request's snapshot.</summary>
internal sealed record PathView(AskedGraph Asked, AccessPath Path)
{
    internal IEnumerable<PathStepView> Steps => Path.Steps.Select(step => new PathStepView(Asked, step));

    internal static PathView Of(AskedGraph asked, AccessPath? path, string target) =>
        new(asked, path ?? throw new InvalidOperationException($"{target} is in the answer, but no path leads to it."));
}
