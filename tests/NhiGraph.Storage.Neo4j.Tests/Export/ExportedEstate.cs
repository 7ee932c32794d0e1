using NhiGraph.Graph.Model;
using NhiGraph.Storage.Contract;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Storage.Neo4j.Tests.Export;

/// <summary>A small history with everything that is hard to write into a file: two owners of one edge who change places, ends that are no nodes, past states, texts with every sign that a file uses itself.</summary>
internal static class ExportedEstate
{
    internal const string Other = "aws:222222222222";
    private const string Signs = "\"quoted\", it's \\ a\nline\r\nor \ttwo; \u001f, é \U0001f680";

    internal static IReadOnlyCollection<string> Owners { get; } = [Some.Scope, Other];

    internal static async Task WriteAsync(IGraphStore store, CancellationToken cancellation)
    {
        GraphNode role = Some.Node("role", Signs, NodeKinds.Identity, ("createdAt", "2024-01-01T00:00:00Z"), ("lastUsedAt", "yesterday"), ("enabled", "true"), ("known", "perhaps"), ("empty", ""), ("id", "its own"),
            ("sort:x", "y"), ("a:b", "c"), ("property:x", "100%"), ("note", Signs), ("search", "é"));
        GraphNode bucket = Some.Node("bucket", "Bucket", NodeKinds.Resource | NodeKinds.Consumer, ("resourceType", "BUCKET"), ("note", "true"), ("enabled", "no"));
        GraphNode hub = Some.Node("hub", "", NodeKinds.Entitlement, ("capability", "READ_DATA"), ("enabled", "false"));
        GraphEdge trust = Some.Edge("nobody", "role", certainty: Certainty.Declared);
        await RunAsync(store, 1, cancellation, Some.Nodes(role, bucket, hub) with
        {
            Edges =
            [
                Some.Derived(trust), Some.Derived(trust with { Certainty = Certainty.Proved }, Other),
                Some.Derived(Some.Edge("role", "hub", EdgeKind.Holds)), Some.Derived(Some.Edge("role", "role")),
                Some.Derived(new GraphEdge(EdgeKind.On, "hub", "bucket", Certainty.Conditional)
                {
                    On = new OnTarget(OnEffect.Allow, OnCovers.Parts, ["a/*", "", Signs.Replace("\u001f", "", StringComparison.Ordinal)]),
                    Conditions = [new Condition("aws:MultiFactorAuthPresent", "Bool", ["true", ""], Signs.Replace("\u001f", "", StringComparison.Ordinal))],
                    Assumptions = ["A", "B"],
                    Validity = new Validity(5, 10, true),
                    Properties = GraphNode.NoProperties.Add("since", "2026").Add("certainty", "its own"),
                }),
            ],
            Terms = [new JoinTerm("s", JoinSide.Offer, "key", Signs)],
        });
        await RunAsync(store, 2, cancellation, Some.Nodes(bucket with { Name = "Renamed" }) with { EdgesRemoved = [new DerivedEdgeKey(Other, trust.Key)], NodesRemoved = ["hub"] });
        RunId given = await store.BeginAsync(Start(3), cancellation);
        await store.WriteAsync(given, Some.Nodes(Some.Node("never")), cancellation);
        await store.AbandonAsync(given, cancellation);
        await RunAsync(store, 4, cancellation, new RunChanges { Nodes = [Some.Node("new")], FactsRemoved = [Some.Fact("hub").Id], TermsRemoved = [new JoinTerm("s", JoinSide.Offer, "key", Signs)] });
    }

    internal static async Task RunAsync(IGraphStore store, int minute, CancellationToken cancellation, params RunChanges[] batches)
    {
        RunId run = await store.BeginAsync(Start(minute), cancellation);
        foreach (RunChanges batch in batches)
        {
            await store.WriteAsync(run, batch, cancellation);
        }

        await store.PublishAsync(run, new RunOutcome(Some.Time.AddMinutes(minute), [Some.Dataset(DatasetState.Complete)], []), cancellation);
    }

    private static RunStart Start(int minute) => new(RunKind.Load, "aws", "aws", Some.Time.AddMinutes(minute - 1), "rules");
}
