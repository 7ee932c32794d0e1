using System.Collections.Immutable;
using NhiGraph.Graph.Model;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Loaders.Runs;

/// <summary>
/// Keeps edges whose ends are asserted, of kinds that the vocabulary lets them join. Only what the edge's own scopes say counts: what an unrelated scope says of the same
/// node may not decide, or the order of loading would.
/// </summary>
internal static class EdgeCheck
{
    /// <param name="kinds">Kinds of each node, as the scopes say that the edges are of.</param>
    internal static ImmutableArray<DerivedEdge> Sound(IEnumerable<DerivedEdge> edges, IReadOnlyDictionary<string, NodeKinds> kinds, ICollection<Problem> problems)
    {
        ImmutableArray<DerivedEdge>.Builder sound = ImmutableArray.CreateBuilder<DerivedEdge>();
        foreach (DerivedEdge derived in edges)
        {
            GraphEdge edge = derived.Edge;
            if (!kinds.TryGetValue(edge.From, out NodeKinds from))
            {
                problems.Add(RunProblems.EndNotAsserted(edge, edge.From));
            }
            else if (!kinds.TryGetValue(edge.To, out NodeKinds to))
            {
                problems.Add(RunProblems.EndNotAsserted(edge, edge.To));
            }
            else if (!Vocabulary.MayJoin(edge.Kind, from, to))
            {
                problems.Add(RunProblems.MayNotJoin(edge, from, to));
            }
            else
            {
                sound.Add(derived);
            }
        }

        return sound.ToImmutable();
    }

    /// <summary>Adds what assertions say of their nodes' kinds.</summary>
    internal static void AddKinds(Dictionary<string, NodeKinds> kinds, IEnumerable<Assertion> assertions)
    {
        foreach (Assertion assertion in assertions)
        {
            kinds[assertion.Node.Key] = kinds.GetValueOrDefault(assertion.Node.Key) | assertion.Node.Kinds;
        }
    }
}
