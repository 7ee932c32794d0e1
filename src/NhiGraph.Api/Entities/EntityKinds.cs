using NhiGraph.Graph.Model;

namespace NhiGraph.Api.Entities;

/// <summary>Which concrete type a node has.</summary>
internal static class EntityKinds
{
    /// <summary>The first of Identity, Consumer, Resource where a node is several, else its one kind.</summary>
    internal static NodeKind ConcreteOf(NodeKinds kinds) =>
        (kinds & NodeKinds.Identity) != 0 ? NodeKind.Identity
        : (kinds & NodeKinds.Consumer) != 0 ? NodeKind.Consumer
        : Of(kinds).First();

    internal static IEnumerable<NodeKind> Of(NodeKinds kinds) => Enum.GetValues<NodeKind>().Where(kind => (kinds & (NodeKinds)(1 << (int)kind)) != 0);

    internal static NodeKinds Mask(IEnumerable<NodeKind>? kinds) => kinds is null ? NodeKinds.None : kinds.Aggregate(NodeKinds.None, (mask, kind) => mask | (NodeKinds)(1 << (int)kind));
}
