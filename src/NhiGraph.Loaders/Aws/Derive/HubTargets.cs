using System.Collections.Immutable;
using NhiGraph.Graph.Model;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Loaders.Aws.Derive;

/// <summary>ON edges of a hub to one resource: what it allows, less what is left out, for certain or unless a condition holds.</summary>
internal static class HubTargets
{
    internal static IEnumerable<(GraphEdge Edge, Support Support)> Of(Hub hub, string target, Coverage coverage, Certainty certainty, ImmutableArray<string> assumptions)
    {
        if (coverage.Allow is { } allow)
        {
            yield return On(hub, target, allow, certainty, assumptions, "");
        }

        if (coverage.Except is { } except)
        {
            yield return On(hub, target, except, Certainty.Proved, [], " but for what is left out");
        }

        foreach ((OnTarget part, Condition unless) in coverage.Lowered)
        {
            yield return (new(EdgeKind.On, hub.Key, target, Certainty.Conditional) { On = part, Conditions = [unless] }, hub.Origin! with { Statement = unless.Statement });
        }
    }

    internal static (GraphEdge Edge, Support Support) On(Hub hub, string target, OnTarget on, Certainty certainty, ImmutableArray<string> assumptions, string what) => (
        new(EdgeKind.On, hub.Key, target, certainty) { On = on, Assumptions = on.Effect == OnEffect.Allow ? assumptions : [] },
        hub.Origin! with { Statement = $"{hub.Origin!.Statement}: over {hub.IncludeText}{what}" });
}
