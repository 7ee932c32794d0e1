using NhiGraph.Graph.Model;

namespace NhiGraph.Graph.Paths;

/// <summary>An ON edge by which a hub gives a resource, excepts taken into account.</summary>
internal readonly record struct ResourceLink(int Hub, int Edge, int Resource, Certainty Certainty);
