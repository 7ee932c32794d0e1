using System.Text.Json;
using NhiGraph.Api.Tests.Estates;
using NhiGraph.Graph.Model;
using NhiGraph.Storage.Memory;

namespace NhiGraph.Api.Tests.Loading;

/// <summary>What a page costs the store does not grow with the page.</summary>
public sealed class BatchingTests
{
    private const string Question =
        """
        query($first: Int) { identities(first: $first) { totalCount edges { cursor node { name type lastUsed { state } properties { name } assertions { dataset }
            credentials { nodes { name type lastUsed { state } identities { name } } } consumers { nodes { name consumer { purpose } } }
            entitlements { nodes { evidence { statement fact } certainty entitlement { name target targets { nodes { resource { name } } } } } } } } } }
        """;

    [Theory]
    [InlineData(1)]
    [InlineData(20)]
    [InlineData(200)]
    public async Task A_page_of_identities_with_all_its_lists_costs_a_fixed_number_of_reads(int first)
    {
        var store = new CountingStore(new MemoryGraphStore());
        await using Asking asking = await Asking.OfAsync(Many(200), store);
        await asking.DataAsync("{ graphVersion }");
        store.Reads.Clear();

        JsonElement page = (await asking.DataAsync(Question, $$"""{"first": {{first}}}""")).GetProperty("identities");

        Assert.Equal(["edges", "find", "nodes"], store.Reads.Order());
        Assert.Equal(first, page.GetProperty("edges").GetArrayLength());
        Assert.All(page.GetProperty("edges").EnumerateArray(), edge =>
        {
            Assert.Equal(2, edge.GetProperty("node").GetProperty("credentials").GetProperty("nodes").GetArrayLength());
            Assert.Equal(1, edge.GetProperty("node").GetProperty("consumers").GetProperty("nodes").GetArrayLength());
            Assert.Equal(2, edge.GetProperty("node").GetProperty("entitlements").GetProperty("nodes").GetArrayLength());
        });
    }

    [Theory]
    [InlineData(1)]
    [InlineData(20)]
    [InlineData(200)]
    public async Task Where_the_graph_is_not_held_a_page_costs_one_read_more_for_each_level_and_relation(int first)
    {
        var store = new CountingStore(new MemoryGraphStore());
        await using Asking asking = await Asking.OfAsync(Many(200), store, inParts: true);
        await asking.DataAsync("{ graphVersion }");
        store.Reads.Clear();

        JsonElement page = (await asking.DataAsync(Question, $$"""{"first": {{first}}}""")).GetProperty("identities");

        Assert.Equal(
            ["edges", "find", "nodes", "nodes", "nodes", "part: CONSUMERS", "part: CREDENTIALS", "part: HOLDINGS", "part: IDENTITIES", "part: TARGETS", "part: nodes"],
            store.Reads.Order(StringComparer.Ordinal));
        Assert.Equal(first, page.GetProperty("edges").GetArrayLength());
    }

    [Fact]
    public async Task Blast_radii_of_a_page_are_one_read_where_the_graph_is_not_held()
    {
        var store = new CountingStore(new MemoryGraphStore());
        await using Asking asking = await Asking.OfAsync(Many(200), store, inParts: true);
        await asking.DataAsync("{ graphVersion }");
        store.Reads.Clear();

        JsonElement page = await asking.DataAsync("""
            { identities(first: 200) { nodes { blastRadius { summary { resources { possible } } } strict: blastRadius(options: {strict: true}) { summary { resources { possible } } } exposure { summary { credentials { possible } } } } } }
            """);

        Assert.Equal(["find", "part: nodes", "part: reached", "part: reached", "part: reaching"], store.Reads.Order(StringComparer.Ordinal));
        Assert.All(page.GetProperty("identities").GetProperty("nodes").EnumerateArray(), node =>
        {
            Assert.Equal(1, node.GetProperty("blastRadius").GetProperty("summary").GetProperty("resources").GetProperty("possible").GetInt32());
            Assert.Equal(2, node.GetProperty("exposure").GetProperty("summary").GetProperty("credentials").GetProperty("possible").GetInt32());
        });
    }

    [Fact]
    public async Task More_keys_than_one_read_takes_are_read_a_thousand_at_a_time()
    {
        var store = new CountingStore(new MemoryGraphStore());
        await using Asking asking = await Asking.OfAsync(Many(400), store);
        await asking.DataAsync("{ graphVersion }");
        store.Reads.Clear();

        await asking.DataAsync(Question, """{"first": 400}""");

        // 400 identities, 800 credentials, 400 consumers, few hubs and resources; each key once.
        Assert.Equal(2, store.Reads.Count(read => read == "nodes"));
    }

    [Fact]
    public async Task A_summary_costs_no_read_at_all()
    {
        var store = new CountingStore(new MemoryGraphStore());
        await using Asking asking = await Asking.OfAsync(SmallCompany.Create(), store);
        await asking.DataAsync("{ graphVersion }");
        store.Reads.Clear();

        await asking.DataAsync("{ blastRadius(of: [\"key-1\"]) { notFound graphVersion of { key } summary { identities { proved possible open } resources { proved possible open } scopes { possible } environments depth } } }");

        Assert.Empty(store.Reads);
    }

    private static Estate Many(int identities)
    {
        var estate = new Estate()
            .Node("devs", NodeKinds.Group, "devs").Node("hub", NodeKinds.Entitlement, "hub", properties: [("capability", "READ_DATA")]).Node("own", NodeKinds.Entitlement, "own", properties: [("capability", "LIST")])
            .Node("data", NodeKinds.Resource, "data", properties: [("resourceType", "BUCKET")]).Edge(EdgeKind.Holds, "devs", "hub").On("hub", "data", OnTarget.AllowSelf);
        for (int i = 0; i < identities; i++)
        {
            estate.Node($"user-{i:D4}", NodeKinds.Identity, $"user {i}").Edge(EdgeKind.MemberOf, $"user-{i:D4}", "devs").Edge(EdgeKind.Holds, $"user-{i:D4}", "own")
                .Node($"key-{i:D4}-a", NodeKinds.Credential, $"key a {i}").Edge(EdgeKind.Authenticates, $"key-{i:D4}-a", $"user-{i:D4}")
                .Node($"key-{i:D4}-b", NodeKinds.Credential, $"key b {i}").Edge(EdgeKind.Authenticates, $"key-{i:D4}-b", $"user-{i:D4}")
                .Node($"job-{i:D4}", NodeKinds.Consumer, $"job {i}").Edge(EdgeKind.Uses, $"job-{i:D4}", $"key-{i:D4}-a");
        }

        return estate;
    }
}
