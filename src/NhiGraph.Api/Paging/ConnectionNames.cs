using GraphQL.Types;

namespace NhiGraph.Api.Paging;

/// <summary>Connections are named after what they hold: <c>IdentityGraphType</c> gives <c>IdentityConnection</c> and <c>IdentityEdge</c>.</summary>
internal static class ConnectionNames
{
    internal static string Of<TNode>() where TNode : IGraphType => typeof(TNode).Name.Replace("GraphType", "", StringComparison.Ordinal);
}
