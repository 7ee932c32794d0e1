using GraphQL;
using NhiGraph.Analysis.Answers;
using NhiGraph.Api.Paging;
using NhiGraph.Graph.Model;
using NhiGraph.Graph.Paths;
using NhiGraph.Graph.Reach;

namespace NhiGraph.Api.Reach;

/// <summary>Pages of the nodes that a walk reached.</summary>
internal static class ReachPages
{
    internal static Page Entities(IResolveFieldContext context, ReachQuestion question, NodeKinds kinds, Func<NodeKinds, int, int, Page<ReachedNode>> list, Func<int, PathOrder, AccessPath?> path)
    {
        PageArguments arguments = PageArguments.Of(context, question.Asked, $"entities {question.GetType().Name} {question.Text} {(int)kinds}");
        Page<ReachedNode> found = list(kinds, arguments.Offset, arguments.First);
        return Of(arguments, found, reached => new ReachedEntityView(question, reached, path), question);
    }

    internal static Page Of<T>(PageArguments arguments, Page<T> found, Func<T, object> node, ReachQuestion question)
    {
        int offset = arguments.Offset;
        return new()
        {
            Nodes = [.. found.Items.Select(node)],
            CursorAt = i => arguments.CursorOf(offset + i + 1),
            HasNext = offset + found.Items.Length < found.Total,
            HasPrevious = offset > 0,
            Total = found.Total,
            Completeness = () => question.Completeness,
        };
    }
}
