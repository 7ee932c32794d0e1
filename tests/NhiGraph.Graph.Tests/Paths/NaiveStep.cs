using NhiGraph.Graph.Model;

namespace NhiGraph.Graph.Tests.Paths;

/// <summary>A step of a naive path: the edge, where it leads (the resource, for ON) and how certain it is under the options.</summary>
internal sealed record NaiveStep(EdgeKey Edge, string To, Certainty Certainty);
