using System.Text.Json;
using NhiGraph.Api.Tests.Estates;
using NhiGraph.Graph.Model;
using NhiGraph.Storage.Memory;

namespace NhiGraph.Api.Tests.Departure;

public sealed class DepartureTests
{
    private static GraphEdge As(GraphEdge edge, string role) => edge with { Properties = edge.Properties.Add("role", role) };

    /// <summary>Ana has an account, knows one of two keys of bot, owns bot alone, the archive with Ben and a job that is idle, and made a role that the team owns.</summary>
    private static Estate Leaving() => new Estate()
        .Node("ana", NodeKinds.Human, "Ana", properties: [("status", "ACTIVE"), ("departedAt", "2026-03-31T00:00:00Z"), ("department", "Payments")])
        .Node("ben", NodeKinds.Human, "Ben", properties: [("status", "ACTIVE")])
        .Node("ops", NodeKinds.Team, "Operations")
        .Node("shop", NodeKinds.Application, "Shop", properties: [("status", "RETIRED"), ("retiredAt", "2025-12-31T00:00:00Z")])
        .Node("ana-account", NodeKinds.Identity, "ana@acme", properties: [("identityType", "CLOUD_USER"), ("nature", "HUMAN")])
        .Node("bot", NodeKinds.Identity, "bot", properties: [("identityType", "CLOUD_USER"), ("nature", "NON_HUMAN")])
        .Node("job", NodeKinds.Identity, "job", properties: [("identityType", "CLOUD_ROLE"), ("lastUsedAt", "2025-06-01T00:00:00Z")])
        .Node("cart", NodeKinds.Identity, "cart", properties: [("identityType", "CLOUD_ROLE")])
        .Node("role", NodeKinds.Identity, "role", properties: [("identityType", "CLOUD_ROLE")])
        .Node("key", NodeKinds.Credential, "AKIA1", properties: [("credentialType", "ACCESS_KEY"), ("posture", "STATIC")])
        .Node("off", NodeKinds.Credential, "AKIA2", properties: [("credentialType", "ACCESS_KEY"), ("posture", "STATIC"), ("enabled", "false")])
        .Node("read", NodeKinds.Entitlement, "read", properties: [("capability", "READ_DATA")])
        .Node("data", NodeKinds.Resource, "data", properties: [("resourceType", "BUCKET"), ("sensitivity", "RESTRICTED")])
        .Node("archive", NodeKinds.Resource, "archive", properties: [("resourceType", "BUCKET")])
        .Edge(EdgeKind.HasAccount, "ana", "ana-account").Edge(EdgeKind.ReportsTo, "ana", "ben").Edge(EdgeKind.InTeam, "ana", "ops").Edge(EdgeKind.InTeam, "ben", "ops")
        .Edge(EdgeKind.Authenticates, "key", "bot").Edge(EdgeKind.Authenticates, "off", "bot", with: edge => edge with { Validity = Validity.Never })
        .Edge(EdgeKind.Holds, "bot", "read").On("read", "data", OnTarget.AllowSelf)
        .Edge(EdgeKind.ExposedTo, "ana", "key").Edge(EdgeKind.ExposedTo, "ana", "off").Edge(EdgeKind.Created, "ana", "key").Edge(EdgeKind.Created, "ana", "role")
        .Edge(EdgeKind.Owns, "ana", "bot", with: edge => As(edge, "business")).Edge(EdgeKind.Owns, "ana", "job").Edge(EdgeKind.Owns, "ana", "cart")
        .Edge(EdgeKind.Owns, "ana", "archive", with: edge => As(edge, "technical")).Edge(EdgeKind.Owns, "ben", "archive").Edge(EdgeKind.Owns, "ops", "role").Edge(EdgeKind.PartOf, "cart", "shop");

    [Fact]
    public async Task Each_thing_has_a_proposal_with_its_reason()
    {
        await using Asking asking = await Asking.OfAsync(Leaving());
        await asking.ExpectAsync("""
            { human(id: "ana") { departure { statement totalCount items { entity { key } relations proposal why } exposure { credentials { possible } identities { possible } resources { possible } sensitiveResources { possible } } blastRadius { of { key } } } } }
            """, """
            {"human":{"departure":{
             "statement":"Ana leaves on 2026-03-31 and owns 4, created 2, could know 2 secrets, has 1 account. Proposed: disable 3, rotate 1, transfer 1, keep 3.","totalCount":8,
             "items":[
              {"entity":{"key":"ana-account"},"relations":["ACCOUNT"],"proposal":"DISABLE","why":"It is the person's own account."},
              {"entity":{"key":"cart"},"relations":["OWNS"],"proposal":"DISABLE","why":"Nobody else answers for it, and its application was retired on 2025-12-31."},
              {"entity":{"key":"job"},"relations":["OWNS"],"proposal":"DISABLE","why":"Nobody else answers for it, and it was used last on 2025-06-01."},
              {"entity":{"key":"key"},"relations":["CREATED","EXPOSED_TO"],"proposal":"ROTATE","why":"The person made it or could read it, and the secret was not changed since."},
              {"entity":{"key":"bot"},"relations":["OWNS"],"proposal":"TRANSFER","why":"Nobody else who is here owns it."},
              {"entity":{"key":"archive"},"relations":["OWNS"],"proposal":"KEEP","why":"Ben answers for it."},
              {"entity":{"key":"off"},"relations":["EXPOSED_TO"],"proposal":"KEEP","why":"It does not work any more."},
              {"entity":{"key":"role"},"relations":["CREATED"],"proposal":"KEEP","why":"Operations answers for it."}],
             "exposure":{"credentials":{"possible":0},"identities":{"possible":1},"resources":{"possible":1},"sensitiveResources":{"possible":1}},
             "blastRadius":{"of":[{"key":"key"},{"key":"off"}]}}}}
            """);
    }

    [Fact]
    public async Task A_person_lists_manager_teams_and_ties()
    {
        await using Asking asking = await Asking.OfAsync(Leaving());
        await asking.ExpectAsync("""
            { node(id: "ana") { ... on Human { department manager { key } teams { key } created { nodes { key } } owns { totalCount nodes { key } } exposedTo { nodes { key } completeness { complete } } } }
              cart: node(id: "cart") { ... on Identity { application { key status } } } nobody: human(id: "bot") { key } }
            """, """
            {"node":{"department":"Payments","manager":{"key":"ben"},"teams":[{"key":"ops"}],"created":{"nodes":[{"key":"key"},{"key":"role"}]},"owns":{"totalCount":4,"nodes":[{"key":"archive"},{"key":"bot"},{"key":"cart"},{"key":"job"}]},
             "exposedTo":{"nodes":[{"key":"key"},{"key":"off"}],"completeness":{"complete":false}}},"cart":{"application":{"key":"shop","status":"RETIRED"}},"nobody":null}
            """);
    }

    [Fact]
    public async Task Exposure_is_walked_from_a_person_only_when_asked()
    {
        await using Asking asking = await Asking.OfAsync(Leaving());
        await asking.ExpectAsync("""
            { no: blastRadius(of: ["ana"]) { summary { resources { possible } } } yes: blastRadius(of: ["ana"], options: {includeExposedTo: true}) { summary { resources { possible } } } }
            """, """{"no":{"summary":{"resources":{"possible":0}}},"yes":{"summary":{"resources":{"possible":1}}}}""");
    }

    [Fact]
    public async Task People_and_applications_are_listed_by_state()
    {
        await using Asking asking = await Asking.OfAsync(Leaving());
        await asking.ExpectAsync("""
            { humans(filter: {statuses: [ACTIVE]}, orderBy: {by: NAME, direction: DESC}) { totalCount nodes { key } } leaving: humans(filter: {departedBefore: "2026-04-01T00:00:00Z"}, orderBy: {by: DEPARTED_AT}) { nodes { key } }
              applications(filter: {statuses: [RETIRED]}, orderBy: {by: RETIRED_AT}) { totalCount nodes { key retiredAt } completeness { complete } } active: applications(filter: {statuses: [ACTIVE]}) { totalCount } }
            """, """
            {"humans":{"totalCount":2,"nodes":[{"key":"ben"},{"key":"ana"}]},"leaving":{"nodes":[{"key":"ana"}]},
             "applications":{"totalCount":1,"nodes":[{"key":"shop","retiredAt":"2025-12-31T00:00:00Z"}],"completeness":{"complete":false}},"active":{"totalCount":0}}
            """);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(30)]
    public async Task Departures_of_a_page_cost_a_fixed_number_of_reads(int first)
    {
        Estate many = new();
        for (int i = 0; i < 30; i++)
        {
            many.Node($"human-{i:d2}", NodeKinds.Human, $"human {i}").Node($"bot-{i:d2}", NodeKinds.Identity, $"bot {i}").Edge(EdgeKind.Owns, $"human-{i:d2}", $"bot-{i:d2}");
        }

        var store = new CountingStore(new MemoryGraphStore());
        await using Asking asking = await Asking.OfAsync(many, store);
        await asking.DataAsync("{ graphVersion }");
        store.Reads.Clear();
        JsonElement page = await asking.DataAsync($"{{ humans(first: {first}) {{ nodes {{ departure {{ statement items {{ why entity {{ name }} }} exposure {{ resources {{ possible }} }} }} }} }} }}");
        Assert.Equal(["find", "nodes", "nodes"], store.Reads.Order(StringComparer.Ordinal));
        Assert.Equal(first, page.GetProperty("humans").GetProperty("nodes").GetArrayLength());
    }
}
