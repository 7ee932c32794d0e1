using System.Collections.Immutable;
using NhiGraph.Graph.Model;

namespace NhiGraph.Loaders.Aws.Derive;

/// <summary>A hub as a statement gives it.</summary>
/// <param name="Conditions">What must hold for it, sorted.</param>
/// <param name="What">The actions that give it, for a reader.</param>
/// <param name="Window">When it can hold.</param>
internal sealed record HeldHub(Hub Hub, ImmutableArray<Condition> Conditions, string What, Validity Window);
