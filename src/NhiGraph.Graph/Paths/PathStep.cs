using NhiGraph.Graph.Model;

namespace NhiGraph.Graph.Paths;

/// <summary>One step of an <see cref="AccessPath"/>.</summary>
/// <param name="Edge">The edge of the graph; its conditions, technique and evidence are asked by this id.</param>
/// <param name="From">The tail.</param>
/// <param name="To">The head; for a collected resource the resource itself, even where the ON edge names a container of it.</param>
/// <param name="Kind">The edge's kind; ON only in the last step.</param>
/// <param name="Certainty">As the options see it: <c>strict</c> and excepts lower it.</param>
/// <param name="Container">The container whose subtree an ON edge covers, where that is not <paramref name="To"/> itself; else -1.</param>
public readonly record struct PathStep(int Edge, int From, int To, EdgeKind Kind, Certainty Certainty, int Container = -1);
