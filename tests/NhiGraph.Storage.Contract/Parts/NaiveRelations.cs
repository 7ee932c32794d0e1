using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;
using NhiGraph.Storage.Parts;

namespace NhiGraph.Storage.Contract.Parts;

/// <summary>The edges that make a relation.</summary>
internal static class NaiveRelations
{
    internal static IEnumerable<AccessEdge> Of(AccessGraph graph, int node, Relation relation) => relation switch
    {
        Relation.Credentials => graph.In(node).Where(edge => edge.Kind == EdgeKind.Authenticates),
        Relation.Identities => graph.Out(node).Where(edge => edge.Kind == EdgeKind.Authenticates),
        Relation.Consumers => Consumers(graph, node),
        Relation.UsedCredentials => graph.Out(node).Where(edge => edge.Kind == EdgeKind.Uses),
        Relation.Members => graph.In(node).Where(edge => edge.Kind == EdgeKind.MemberOf),
        Relation.Holdings => Holdings(graph, node, []),
        Relation.Holders => graph.In(node).Where(edge => edge.Kind == EdgeKind.Holds),
        Relation.Targets => graph.Targets(node),
        Relation.Accounts => graph.Out(node).Where(edge => edge.Kind == EdgeKind.HasAccount),
        Relation.Children => graph.EvidenceOut(node).Where(edge => edge.Kind == EdgeKind.Contains),
        Relation.StoredIn => graph.EvidenceOut(node).Where(edge => edge.Kind == EdgeKind.StoredIn),
        Relation.Creators => graph.EvidenceIn(node).Where(edge => edge.Kind == EdgeKind.Created),
        Relation.Owners => Owners(graph, node).Concat(graph.EvidenceOut(node).Where(edge => edge.Kind is EdgeKind.PartOf or EdgeKind.SessionOf).SelectMany(edge => Owners(graph, edge.To).Prepend(edge))),
        Relation.ExposedTo => graph.In(node).Where(edge => edge.Kind == EdgeKind.ExposedTo),
        Relation.Managers => graph.EvidenceOut(node).Where(edge => edge.Kind == EdgeKind.ReportsTo),
        Relation.Teams => graph.EvidenceOut(node).Where(edge => edge.Kind == EdgeKind.InTeam),
        Relation.Created => graph.EvidenceOut(node).Where(edge => edge.Kind == EdgeKind.Created),
        Relation.Owned => graph.EvidenceOut(node).Where(edge => edge.Kind == EdgeKind.Owns),
        Relation.KnownSecrets => graph.Out(node).Where(edge => edge.Kind == EdgeKind.ExposedTo),
        Relation.Applications => graph.EvidenceOut(node).Where(edge => edge.Kind == EdgeKind.PartOf),
        _ => throw new ArgumentOutOfRangeException(nameof(relation), relation, null),
    };

    private static IEnumerable<AccessEdge> Consumers(AccessGraph graph, int node)
    {
        AccessEdge[] credentials = [.. graph.In(node).Where(edge => edge.Kind == EdgeKind.Authenticates)];
        return graph.In(node).Where(edge => edge.Kind == EdgeKind.Uses || (edge.Kind == EdgeKind.CanAssume && (graph.KindsOf(edge.From) & NodeKinds.Consumer) != 0))
            .Concat(credentials).Concat(credentials.SelectMany(edge => graph.In(edge.From)).Where(edge => edge.Kind == EdgeKind.Uses));
    }

    private static IEnumerable<AccessEdge> Holdings(AccessGraph graph, int node, HashSet<int> seen)
    {
        if (!seen.Add(node))
        {
            yield break;
        }

        foreach (AccessEdge edge in graph.Out(node))
        {
            if (edge.Kind is EdgeKind.Holds or EdgeKind.MemberOf)
            {
                yield return edge;
            }

            if (edge.Kind == EdgeKind.MemberOf)
            {
                foreach (AccessEdge further in Holdings(graph, edge.To, seen))
                {
                    yield return further;
                }
            }
        }
    }

    private static IEnumerable<AccessEdge> Owners(AccessGraph graph, int node) => graph.EvidenceIn(node).Where(edge => edge.Kind == EdgeKind.Owns);
}
