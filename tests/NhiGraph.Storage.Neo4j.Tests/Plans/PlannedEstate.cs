using NhiGraph.Graph.Model;
using NhiGraph.Storage.Contract;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Storage.Neo4j.Tests.Plans;

/// <summary>Enough of everything for the planner, which goes by how much there is of what: roles that hold entitlements on what an account contains.</summary>
internal static class PlannedEstate
{
    private const int Roles = 1_500;
    private const string Owner = "planned";

    internal static async Task WriteAsync(IGraphStore store, CancellationToken cancellation)
    {
        DateTimeOffset now = DateTimeOffset.UnixEpoch;
        RunId run = await store.BeginAsync(new RunStart(RunKind.Load, Owner, Owner, now, "rules"), cancellation);
        GraphNode[] nodes =
        [
            .. Enumerable.Range(0, Roles).Select(i => Some.Node($"role {i}", null, NodeKinds.Identity)),
            .. Enumerable.Range(0, Roles).Select(i => Some.Node($"hub {i}", null, NodeKinds.Entitlement)),
            .. Enumerable.Range(0, Roles).Select(i => Some.Node($"bucket {i}", null, NodeKinds.Resource)),
        ];
        GraphEdge[] edges =
        [
            .. Enumerable.Range(0, 3 * Roles).Select(i => Some.Edge($"role {i % Roles}", $"hub {i * 7 % Roles}", EdgeKind.Holds)),
            .. Enumerable.Range(0, 3 * Roles).Select(i => Some.Edge($"hub {i % Roles}", $"bucket {i * 11 % Roles}", EdgeKind.On) with { On = OnTarget.AllowSelf }),
            .. Enumerable.Range(1, Roles - 1).Select(i => Some.Edge($"bucket {i / 30}", $"bucket {i}", EdgeKind.Contains)),
        ];
        await store.WriteAsync(run, new RunChanges
        {
            Facts = [.. nodes.Select(node => new Fact(FactOf(node.Key), "{}", "planned.json"))],
            Assertions = [.. nodes.Select(node => new Assertion(node, FactOf(node.Key), Owner, 2))],
            Terms = [.. nodes.Take(Roles).Select(node => new JoinTerm(Owner, JoinSide.Offer, node.Key, "{}"))],
            Nodes = [.. nodes],
            Edges = [.. edges.Distinct().Select(edge => new DerivedEdge(edge, Owner, [[new Support(FactOf(edge.From), null, "planned", null)]]))],
        }, cancellation);
        await store.PublishAsync(run, new RunOutcome(now, [], []), cancellation);
    }

    private static FactKey FactOf(string node) => new(Owner, Owner, $"dataset {node.Length}", node);
}
