using NhiGraph.Graph.Reach;

namespace NhiGraph.Api.Reach;

/// <summary>A count with its bounds.</summary>
/// <param name="Open">Grants or resources that were not read could raise it.</param>
internal readonly record struct BoundsAnswer(ReachBounds Count, bool Open);
