using NhiGraph.Graph.Model;
using NhiGraph.Graph.Reach;

namespace NhiGraph.Analysis.Answers;

/// <summary>Reads the counts of a walk. Nothing is enumerated but the nodes walked to.</summary>
internal static class Summaries
{
    private static readonly ReachBounds None = new(0, 0);

    internal static ReachSummary Of(ReachWorkspace reach, ReachedPlaces places) => new()
    {
        Identities = reach.CountOf(NodeKind.Identity),
        Credentials = reach.CountOf(NodeKind.Credential),
        Consumers = reach.CountOf(NodeKind.Consumer),
        Groups = reach.CountOf(NodeKind.Group),
        Entitlements = reach.CountOf(NodeKind.Entitlement),
        Humans = reach.CountOf(NodeKind.Human),
        Resources = reach.IsForward ? reach.Resources.Counted : None,
        SensitiveResources = reach.IsForward ? reach.Resources.Sensitive : None,
        Administers = reach.IsForward ? reach.Resources.Administered : None,
        Scopes = places.Scopes,
        Environments = places.Environments,
        Depth = reach.Depth,
    };
}
