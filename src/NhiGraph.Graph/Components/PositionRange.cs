namespace NhiGraph.Graph.Components;

/// <summary>Resources from one place of the containment order to another, the end not included; <c>AccessGraph.ResourceAt</c> tells which they are.</summary>
public readonly record struct PositionRange(int Start, int End);
