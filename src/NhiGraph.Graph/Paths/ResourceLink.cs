using System.Collections.Immutable;
using NhiGraph.Graph.Model;

namespace NhiGraph.Graph.Paths;

/// <summary>An ON edge by which a hub gives a resource, excepts taken into account.</summary>
/// <param name="Hub">The entitlement.</param>
/// <param name="Edge">The ON edge; it names the resource or one of its containers.</param>
/// <param name="Resource">What is given.</param>
/// <param name="Certainty">Of the edge, as excepts leave it.</param>
/// <param name="Parts">The parts that are given, as globs; empty where the whole is.</param>
public readonly record struct ResourceLink(int Hub, int Edge, int Resource, Certainty Certainty, ImmutableArray<string> Parts);
