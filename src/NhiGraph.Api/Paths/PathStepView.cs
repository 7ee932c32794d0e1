using NhiGraph.Api.Entities;
using NhiGraph.Api.Evidence;
using NhiGraph.Graph.Model;
using NhiGraph.Graph.Paths;
using NhiGraph.Loaders.Runs;

namespace NhiGraph.Api.Paths;

/// <summary>A step of a path.</summary>
internal sealed record PathStepView(PathView Path, PathStep Step)
{
    internal EntityNode From => Entity(Step.From);

    internal EntityNode To => Entity(Step.To);

    internal EntityNode? Container => Step.Container < 0 ? null : Entity(Step.Container);

    internal IEnumerable<Condition> Conditions => Path.Graph.ConditionsOf(Step.Edge);

    internal object Evidence => EdgeEvidence.Of(Path.Asked, Path.Graph, [Step.Edge]);

    /// <summary>The technique that makes the edge; one that no provider declares is known by its id alone.</summary>
    internal TechniqueInfo? Technique => Path.Graph.TechniqueOf(Step.Edge) is { } id ? Path.Asked.Snapshot.Catalog.Technique(id) ?? new(id, id, "", [], []) : null;

    private EntityNode Entity(int node) => new(Path.Asked, Path.Graph, node);
}
