using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;

namespace NhiGraph.Storage.Contract.Parts;

/// <summary>The edges beside a chain of trust, and beside what a person is tied to.</summary>
internal static class NaiveAccountability
{
    internal static IEnumerable<AccessEdge> Of(AccessGraph graph, int asked) => Links(graph, asked).Distinct().SelectMany(link => Beside(graph, link));

    private static IEnumerable<int> Links(AccessGraph graph, int asked)
    {
        AccessEdge[] ties = [.. graph.Out(asked).Concat(graph.EvidenceOut(asked)).Where(edge => (graph.KindsOf(asked) & NodeKinds.Human) != 0
            && edge.Kind is EdgeKind.Owns or EdgeKind.Created or EdgeKind.ExposedTo or EdgeKind.HasAccount)];
        int[] next = [.. graph.Out(asked).Where(edge => edge.Kind is EdgeKind.Authenticates or EdgeKind.Uses or EdgeKind.CanAssume).Select(edge => edge.To)];
        int[] used = [.. graph.Out(asked).Where(edge => edge.Kind == EdgeKind.Uses).Select(edge => edge.To), .. ties.Select(tie => tie.To)];
        return
        [
            asked, .. next, .. ties.Select(tie => tie.To),
            .. graph.In(asked).Where(edge => edge.Kind == EdgeKind.Authenticates).Select(edge => edge.From),
            .. used.SelectMany(node => graph.Out(node)).Where(edge => edge.Kind == EdgeKind.Authenticates).Select(edge => edge.To),
        ];
    }

    private static IEnumerable<AccessEdge> Beside(AccessGraph graph, int link)
    {
        AccessEdge[] belongs = [.. graph.EvidenceOut(link).Where(edge => edge.Kind is EdgeKind.SessionOf or EdgeKind.PartOf)];
        AccessEdge[] owned = [.. belongs.Select(edge => edge.To).Prepend(link).SelectMany(node => graph.EvidenceIn(node)).Where(edge => edge.Kind == EdgeKind.Owns)];
        return
        [
            .. graph.In(link).Where(edge => edge.Kind is EdgeKind.Authenticates or EdgeKind.Uses or EdgeKind.CanAssume or EdgeKind.HasAccount or EdgeKind.ExposedTo),
            .. graph.Out(link).Where(edge => edge.Kind is EdgeKind.Authenticates or EdgeKind.Uses or EdgeKind.CanAssume or EdgeKind.Holds or EdgeKind.MemberOf),
            .. graph.EvidenceIn(link).Where(edge => edge.Kind == EdgeKind.Created), .. belongs, .. owned,
            .. owned.SelectMany(edge => graph.EvidenceIn(edge.From)).Where(edge => edge.Kind == EdgeKind.InTeam),
        ];
    }
}
