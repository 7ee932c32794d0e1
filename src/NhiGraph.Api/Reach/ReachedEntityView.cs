using NhiGraph.Api.Entities;
using NhiGraph.Api.Paths;
using NhiGraph.Graph.Paths;
using NhiGraph.Graph.Reach;

namespace NhiGraph.Api.Reach;

/// <summary>An entity of an answer with the way to find its path.</summary>
/// <param name="Path">The path of this node; null would contradict its being in the answer.</param>
internal sealed record ReachedEntityView(ReachQuestion Question, ReachedNode Reached, Func<int, PathOrder, AccessPath?> Path)
{
    internal EntityNode Entity => Question.Entity(Reached.Node);

    internal PathView PathBy(PathOrder order) => PathView.Of(Question.Asked, Question.Graph, Path(Reached.Node, order), Entity.Key);
}
