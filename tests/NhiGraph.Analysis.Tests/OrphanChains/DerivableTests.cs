using System.Globalization;
using NhiGraph.Analysis.ChainOfTrust;
using NhiGraph.Analysis.OrphanChains;
using NhiGraph.Graph.Components;
using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;
using NhiGraph.Graph.Reach;
using NhiGraph.Graph.Tests.Paths;

namespace NhiGraph.Analysis.Tests.OrphanChains;

/// <summary>What follows from the graph alone, on the day it begins to hold and the day before.</summary>
public sealed class DerivableTests
{
    private static readonly string[] Day = ["2025-02-28", "2025-03-01"];

    [Fact]
    public void Key_older_than_the_departure()
    {
        PathGraph estate = Estate(("departedAt", Day[1]));
        Add(estate, new(EdgeKind.ExposedTo, "ana", "key", Certainty.Proved));
        Expect(estate, OrphanReason.CreatorDeparted, TrustLinkKind.Rotation, TrustState.Contradicted);
    }

    /// <summary>The leaver knew the key until it was rotated, long after the departure.</summary>
    [Fact]
    public void Rotated_after_departure()
    {
        PathGraph estate = Estate(("departedAt", Day[0]));
        Add(estate, new(EdgeKind.ExposedTo, "ana", "key", Certainty.Proved) { Validity = new(long.MinValue, At("2025-06-01")) });
        Assert.Contains(OrphanReason.CreatorDeparted, Reasons(estate, At("2025-05-31")));
        Assert.Equal(TrustState.Contradicted, Link(estate, TrustLinkKind.Rotation, At("2025-05-31")).State);
        Assert.DoesNotContain(OrphanReason.CreatorDeparted, Reasons(estate, At("2025-06-01")));
        Assert.NotEqual(TrustState.Contradicted, Link(estate, TrustLinkKind.Rotation, At("2025-06-01")).State);
    }

    [Fact]
    public void Creator_departed()
    {
        PathGraph estate = Estate(("departedAt", Day[1]));
        Add(estate, new(EdgeKind.Created, "ana", "bot", Certainty.Proved));
        Expect(estate, OrphanReason.CreatorDeparted, TrustLinkKind.Creator, TrustState.Stale);
    }

    [Fact]
    public void Owner_departed()
    {
        PathGraph estate = Estate(("departedAt", Day[1]));
        Add(estate, new(EdgeKind.Owns, "ana", "bot", Certainty.Proved));
        Expect(estate, OrphanReason.OwnerDeparted, TrustLinkKind.BusinessOwner, TrustState.Contradicted);
    }

    [Fact]
    public void Owners_team_empty()
    {
        PathGraph estate = Estate(("departedAt", Day[1]));
        Add(estate, new(EdgeKind.Owns, "team", "bot", Certainty.Proved));
        Add(estate, new(EdgeKind.InTeam, "ana", "team", Certainty.Proved));
        Expect(estate, OrphanReason.TeamEmpty, TrustLinkKind.TechnicalOwner, TrustState.Contradicted);
    }

    [Fact]
    public void Application_retired()
    {
        PathGraph estate = Estate(("departedAt", "2030-01-01"));
        Add(estate, new(EdgeKind.PartOf, "bot", "shop", Certainty.Proved));
        Expect(estate, OrphanReason.ApplicationRetired, TrustLinkKind.Purpose, TrustState.Contradicted);
    }

    /// <summary>Held from the second day on, and not on the first.</summary>
    private static void Expect(PathGraph estate, OrphanReason reason, TrustLinkKind kind, TrustState state)
    {
        Assert.DoesNotContain(reason, Reasons(estate, At(Day[0])));
        Assert.NotEqual(state, Link(estate, kind, At(Day[0])).State);
        Assert.Contains(reason, Reasons(estate, At(Day[1])));
        Assert.Equal(state, Link(estate, kind, At(Day[1])).State);
    }

    private static IEnumerable<OrphanReason> Reasons(PathGraph estate, long at) =>
        OrphanChainsAnswer.Of(Condensation.Of(estate.Build(), new TraversalOptions(at)), _ => Known.All).Chains.SelectMany(chain => chain.Reasons.Members());

    private static TrustLink Link(PathGraph estate, TrustLinkKind kind, long at)
    {
        AccessGraph graph = estate.Build();
        Assert.True(graph.TryFind("bot", out int bot));
        return ChainOfTrustAnswer.Of(TrustSubject.Of(graph, bot, new TraversalOptions(at))!, new TrustTerms(), new(_ => Known.All, _ => true, _ => false))[kind];
    }

    private static PathGraph Estate(params (string Name, string Value)[] ana)
    {
        var estate = new PathGraph();
        estate.Nodes.Add(Node("ana", NodeKinds.Human, [("status", "ACTIVE"), .. ana]));
        estate.Nodes.Add(Node("bot", NodeKinds.Identity, [("identityType", "CLOUD_USER")]));
        estate.Nodes.Add(Node("key", NodeKinds.Credential, [("posture", "STATIC"), ("createdAt", "2025-01-01")]));
        estate.Nodes.Add(Node("shop", NodeKinds.Application, [("status", "RETIRED"), ("retiredAt", Day[1])]));
        estate.Nodes.Add(Node("team", NodeKinds.Team, []));
        Add(estate, new(EdgeKind.Authenticates, "key", "bot", Certainty.Proved));
        return estate;
    }

    private static void Add(PathGraph estate, GraphEdge edge) => estate.Edges.Add(edge.Key, edge);

    private static GraphNode Node(string key, NodeKinds kinds, (string Name, string Value)[] properties) => new(key, kinds, key,
        GraphNode.NoProperties.AddRange(properties.Select(property => KeyValuePair.Create(property.Name, property.Name.EndsWith("At", StringComparison.Ordinal) ? property.Value + "T00:00:00Z" : property.Value))));

    private static long At(string day) => DateTimeOffset.Parse(day, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal).ToUnixTimeSeconds();
}
