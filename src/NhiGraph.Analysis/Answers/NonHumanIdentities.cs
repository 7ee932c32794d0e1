using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;
using NhiGraph.Graph.Paths;

namespace NhiGraph.Analysis.Answers;

/// <summary>The identities that somebody has to answer for: not a person's, not the provider's own, not well-known, and listed by a source.</summary>
internal sealed class NonHumanIdentities(AccessGraph graph, WalkRule rule)
{
    internal bool Counts(int node)
    {
        NodeFacts facts = graph.FactsOf(node);
        return (graph.KindsOf(node) & NodeKinds.Identity) != 0 && !facts.ProviderOwned && !facts.Unlisted && facts.IdentityType != IdentityType.WellKnown && facts.Nature != IdentityNature.Human && !IsOfAPerson(node);
    }

    private bool IsOfAPerson(int identity)
    {
        foreach (AccessEdge edge in graph.In(identity))
        {
            if (edge.Kind == EdgeKind.HasAccount && rule.Walks(edge, out _))
            {
                return true;
            }
        }

        return false;
    }
}
