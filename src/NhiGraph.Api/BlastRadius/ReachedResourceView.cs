using NhiGraph.Api.Entities;
using NhiGraph.Api.Errors;
using NhiGraph.Api.Paths;
using NhiGraph.Graph.Model;
using NhiGraph.Graph.Paths;
using NhiGraph.Graph.Reach;

namespace NhiGraph.Api.BlastRadius;

/// <summary>A resource of a blast radius with the way to find its path.</summary>
internal sealed record ReachedResourceView(BlastRadiusQuestion Question, ReachedResource Reached)
{
    internal EntityNode Resource => Question.Entity(Reached.Node);

    internal IEnumerable<string> Parts => Question.Answer.PartsOf(Reached.Node);

    internal PathView PathBy(Capability? capability, PathOrder order)
    {
        if (capability is { } wanted && !Reached.Possible.Contains(wanted))
        {
            throw ApiError.BadArgument($"capability: {wanted.Text()} is not reached on {Resource.Key}; capabilitiesPossible says which are.");
        }

        return PathView.Of(Question.Asked, Question.Graph, Question.Answer.PathToResource(Reached.Node, capability, order), Resource.Key);
    }
}
