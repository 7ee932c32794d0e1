using NhiGraph.Api.Entities;
using NhiGraph.Api.Snapshots;
using NhiGraph.Graph.Paths;
using NhiGraph.Loaders.Runs;

namespace NhiGraph.Api.Paths;

/// <summary>A step of a path in the request's snapshot.</summary>
internal sealed record PathStepView(AskedGraph Asked, PathStep Step)
{
    internal EntityNode? Container => Step.Container < 0 ? null : Asked.Entity(Step.Container);

    /// <summary>The technique that makes the edge; one that no provider declares is known by its id alone.</summary>
    internal TechniqueInfo? Technique => Asked.Graph.TechniqueOf(Step.Edge) is { } id ? Asked.Snapshot.Catalog.Technique(id) ?? new(id, id, "", [], []) : null;
}
