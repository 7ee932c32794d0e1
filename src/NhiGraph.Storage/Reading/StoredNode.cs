using System.Collections.Immutable;
using NhiGraph.Graph.Model;

namespace NhiGraph.Storage.Reading;

/// <summary>A node as it stood at a version.</summary>
/// <param name="FirstSeen">When the run that first opened it started; closing and coming back does not change it.</param>
/// <param name="LastSeen">When the last run finished that read one of its open assertions' datasets (complete or partial) with it still there.</param>
/// <param name="Assertions">Who says that it exists.</param>
public sealed record StoredNode(GraphNode Node, DateTimeOffset FirstSeen, DateTimeOffset LastSeen, ImmutableArray<NodeAssertion> Assertions);
