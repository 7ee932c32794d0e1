using System.Text.Json;
using NhiGraph.Api.Tests.Estates;
using NhiGraph.Graph.Model;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Memory;

namespace NhiGraph.Api.Tests.ChainOfTrust;

public sealed class TrustTests
{
    private const string Links = "verdict statement links { link state backed statement entities { key } }";

    /// <summary>A pipeline with a key of 512 days, whose maker left and which a team owns.</summary>
    private static Estate Payments() => new Estate()
        .Node("ana", NodeKinds.Human, "Ana", properties: [("status", "DEPARTED"), ("departedAt", "2025-03-01T00:00:00Z")])
        .Node("ben", NodeKinds.Human, "Ben", properties: [("status", "ACTIVE")])
        .Node("payments", NodeKinds.Team, "payments")
        .Node("pipeline", NodeKinds.Consumer, "deploy-api", properties: [("consumerType", "PIPELINE"), ("lastRunAt", "2026-02-28T00:00:00Z")])
        .Node("bot", NodeKinds.Identity, "bot", properties: [("identityType", "CLOUD_USER"), ("nature", "NON_HUMAN"), ("environment", "prod"), ("purpose", "Deploys the API")])
        .Node("key", NodeKinds.Credential, "AKIA1", properties: [("credentialType", "ACCESS_KEY"), ("posture", "STATIC"), ("createdAt", "2024-10-05T12:00:00Z"), ("lastUsedAt", "2026-02-28T00:00:00Z")])
        .Node("read", NodeKinds.Entitlement, "read", properties: [("capability", "READ_DATA")])
        .Node("data", NodeKinds.Resource, "data", properties: [("resourceType", "BUCKET"), ("sensitivity", "RESTRICTED")])
        .Edge(EdgeKind.Uses, "pipeline", "key").Edge(EdgeKind.Authenticates, "key", "bot").Edge(EdgeKind.Holds, "bot", "read").On("read", "data", OnTarget.AllowSelf)
        .Edge(EdgeKind.Created, "ana", "bot").Edge(EdgeKind.InTeam, "ben", "payments")
        .Edge(EdgeKind.Owns, "payments", "bot", with: edge => edge with { Properties = edge.Properties.Add("role", "technical") })
        .Read("iam-users", DatasetState.Complete);

    [Fact]
    public async Task A_reviewer_reads_all_thirteen_links_and_one_statement()
    {
        await using Asking asking = await Asking.OfAsync(Payments());
        await asking.ExpectAsync($"{{ chainOfTrust(of: \"bot\") {{ of {{ key }} graphVersion {Links} }} }}", """
            {"chainOfTrust":{"of":{"key":"bot"},"graphVersion":"1","verdict":"INCOMPLETE",
             "statement":"Used by pipeline deploy-api in prod. Created by Ana, who left on 2025-03-01, owned by team payments. Reaches 1 resource, 1 sensitive. Access key AKIA1 is static, 512 days old. Missing: expiry. Unknown: business owner, escalation (not read whole: aws owners).",
             "links":[
              {"link":"CONSUMER","state":"PRESENT","backed":false,"statement":"Used by pipeline deploy-api.","entities":[{"key":"pipeline"}]},
              {"link":"CREDENTIAL","state":"PRESENT","backed":false,"statement":"Authenticated by access key AKIA1.","entities":[{"key":"key"}]},
              {"link":"IDENTITY","state":"PRESENT","backed":true,"statement":"Acts as bot.","entities":[{"key":"bot"}]},
              {"link":"RESOURCES","state":"PRESENT","backed":true,"statement":"Reaches 1 resource, 1 sensitive.","entities":[{"key":"data"}]},
              {"link":"CREATOR","state":"STALE","backed":false,"statement":"Created by Ana, who left on 2025-03-01.","entities":[{"key":"ana"}]},
              {"link":"BUSINESS_OWNER","state":"UNKNOWN","backed":false,"statement":"Whether there is one is not known. Not read whole: aws owners.","entities":[]},
              {"link":"TECHNICAL_OWNER","state":"PRESENT","backed":false,"statement":"team payments.","entities":[{"key":"payments"}]},
              {"link":"ESCALATION","state":"UNKNOWN","backed":false,"statement":"Whether there is one is not known. Not read whole: aws owners.","entities":[]},
              {"link":"PURPOSE","state":"PRESENT","backed":true,"statement":"Deploys the API.","entities":[{"key":"bot"}]},
              {"link":"ENVIRONMENT","state":"PRESENT","backed":true,"statement":"prod.","entities":[{"key":"bot"}]},
              {"link":"ROTATION","state":"STALE","backed":false,"statement":"access key AKIA1 is 512 days old.","entities":[{"key":"key"}]},
              {"link":"EXPIRY","state":"MISSING","backed":true,"statement":"access key AKIA1 never ends.","entities":[{"key":"key"}]},
              {"link":"USAGE","state":"PRESENT","backed":true,"statement":"Last used on 2026-02-28.","entities":[{"key":"key"}]}]}}
            """);
    }

    [Fact]
    public async Task A_credential_and_a_consumer_have_the_chain_of_their_identity()
    {
        await using Asking asking = await Asking.OfAsync(Payments());
        await asking.ExpectAsync("""{ key: chainOfTrust(of: "key") { of { __typename } verdict statement } pipeline: chainOfTrust(of: "pipeline") { of { __typename } statement } }""", """
            {"key":{"of":{"__typename":"Credential"},"verdict":"INCOMPLETE","statement":"Used by pipeline deploy-api in prod. Created by Ana, who left on 2025-03-01, owned by team payments. Reaches 1 resource, 1 sensitive. Access key AKIA1 is static, 512 days old. Missing: expiry. Unknown: business owner, escalation (not read whole: aws owners)."},
             "pipeline":{"of":{"__typename":"Consumer"},"statement":"Acts as bot in prod. Created by Ana, who left on 2025-03-01, owned by team payments. Reaches 1 resource, 1 sensitive. Access key AKIA1 is static, 512 days old. Missing: expiry. Unknown: business owner, escalation (not read whole: aws owners)."}}
            """);
    }

    /// <summary>Nothing tells who uses, made or owns it: the answer is unknown with the source's name, never that there is nobody.</summary>
    [Fact]
    public async Task Where_sources_were_not_read_links_are_unknown_and_none_is_missing()
    {
        Estate bare = new Estate().Node("bot", NodeKinds.Identity, "bot", properties: [("identityType", "CLOUD_USER")]).Read("iam-users", DatasetState.Partial);
        await using Asking asking = await Asking.OfAsync(bare);
        JsonElement chain = (await asking.DataAsync($"{{ chainOfTrust(of: \"bot\") {{ {Links} completeness {{ complete }} }} }}")).GetProperty("chainOfTrust");
        Assert.Equal("UNKNOWN", chain.GetProperty("verdict").GetString());
        Assert.All(chain.GetProperty("links").EnumerateArray(), link => Assert.NotEqual("MISSING", link.GetProperty("state").GetString()));
        Assert.Equal(12, chain.GetProperty("links").EnumerateArray().Count(link => link.GetProperty("state").GetString() == "UNKNOWN"));
        Assert.Equal("Who created it is not known. Not read whole: aws owners.", chain.GetProperty("links")[4].GetProperty("statement").GetString());
        Assert.Equal("None is stated in what was read. Not read whole: aws iam-users.", chain.GetProperty("links")[8].GetProperty("statement").GetString());
    }

    [Fact]
    public async Task A_link_shows_the_facts_it_rests_on()
    {
        await using Asking asking = await Asking.OfAsync(Payments());
        JsonElement links = (await asking.DataAsync("""{ node(id: "bot") { ... on Identity { chainOfTrust { links { link evidence { statement fact source { id } } } } } } }""")).GetProperty("node").GetProperty("chainOfTrust").GetProperty("links");
        string Evidence(int link) => string.Join(", ", links[link].GetProperty("evidence").EnumerateArray().Select(evidence => evidence.GetProperty("statement").GetString()));
        Assert.Equal("pipeline USES key", Evidence(0));
        Assert.Equal("bot HOLDS read", Evidence(3));
        Assert.Equal("ana CREATED bot", Evidence(4));
        Assert.Equal("iam-users lists AKIA1", Evidence(10));
    }

    [Fact]
    public async Task Other_kinds_and_nothing_are_refused()
    {
        await using Asking asking = await Asking.OfAsync(Payments());
        await asking.ExpectErrorAsync("""{ chainOfTrust(of: "data") { verdict } }""", "BAD_ARGUMENT");
        await asking.ExpectErrorAsync("""{ chainOfTrust(of: "nobody") { verdict } }""", "NOT_FOUND");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(40)]
    public async Task Chains_of_a_page_cost_a_fixed_number_of_reads(int first)
    {
        Estate many = new();
        for (int i = 0; i < 40; i++)
        {
            many.Node($"bot-{i:d2}", NodeKinds.Identity, $"bot {i}").Node($"key-{i:d2}", NodeKinds.Credential, $"key {i}", properties: ("posture", "STATIC")).Edge(EdgeKind.Authenticates, $"key-{i:d2}", $"bot-{i:d2}");
        }

        var store = new CountingStore(new MemoryGraphStore());
        await using Asking asking = await Asking.OfAsync(many, store);
        await asking.DataAsync("{ graphVersion }");
        store.Reads.Clear();
        JsonElement page = await asking.DataAsync($"{{ identities(first: {first}) {{ nodes {{ chainOfTrust {{ statement links {{ statement evidence {{ statement }} }} }} }} }} }}");
        Assert.Equal(["edges", "find", "nodes"], store.Reads.Order(StringComparer.Ordinal));
        Assert.Equal(first, page.GetProperty("identities").GetProperty("nodes").GetArrayLength());
    }
}
