using System.Collections.Immutable;

namespace NhiGraph.Analysis.ChainOfTrust;

/// <summary>One link of a chain of trust.</summary>
/// <param name="Nodes">What it is about, each once.</param>
/// <param name="Edges">Those that say so; empty where the nodes themselves do.</param>
/// <param name="At">The date that decides, in Unix seconds: of the departure, the oldest secret, the end, the last use; null where none does.</param>
/// <param name="IsBacked">The sources that could say otherwise were read whole.</param>
public sealed record TrustLink(TrustLinkKind Kind, TrustState State, TrustReason Reason, ImmutableArray<int> Nodes, ImmutableArray<int> Edges, long? At, bool IsBacked);
