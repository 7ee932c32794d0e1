using System.Collections.Immutable;
using NhiGraph.Graph.Model;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Loaders.Runs;

/// <summary>How merged nodes differ after a run.</summary>
internal sealed record NodeChanges(ImmutableArray<GraphNode> Put, ImmutableArray<string> Removed)
{
    internal static async Task<NodeChanges> OfAsync(AssertionView assertions, ICollection<Problem> problems, CancellationToken cancellation)
    {
        ImmutableArray<GraphNode>.Builder put = ImmutableArray.CreateBuilder<GraphNode>();
        ImmutableArray<string>.Builder removed = ImmutableArray.CreateBuilder<string>();
        await foreach ((string node, ImmutableArray<Assertion> before, ImmutableArray<Assertion> after) in
            assertions.ReadAsync(assertions.Touched, cancellation).ConfigureAwait(false))
        {
            if (after.IsEmpty)
            {
                removed.Add(node);
                continue;
            }

            GraphNode merged = NodeMerge.Merge(after);
            NodeKinds said = after.Aggregate(NodeKinds.None, (kinds, assertion) => kinds | assertion.Node.Kinds);
            if (said != merged.Kinds)
            {
                problems.Add(RunProblems.MayNotShare(node, said, merged.Kinds));
            }

            if (before.IsEmpty || merged != NodeMerge.Merge(before))
            {
                put.Add(merged);
            }
        }

        return new(put.ToImmutable(), removed.ToImmutable());
    }
}
