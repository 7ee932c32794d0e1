using GraphQL.Types;

namespace NhiGraph.Api.Paging;

/// <summary>The connection of a list whose making is bounded.</summary>
internal class BoundedConnectionGraphType<TNode> : ConnectionGraphType<TNode> where TNode : IGraphType
{
    public BoundedConnectionGraphType() =>
        Field<TruncationGraphType>("truncated").Description("What a bound left out; null when nothing was.").Resolve(context => context.Source.Truncated);
}
