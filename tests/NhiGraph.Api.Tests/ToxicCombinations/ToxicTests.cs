using System.Text;
using System.Text.Json;
using NhiGraph.Api.Execution;
using NhiGraph.Api.Tests.Estates;
using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Rules;
using NhiGraph.Storage.Memory;

namespace NhiGraph.Api.Tests.ToxicCombinations;

public sealed class ToxicTests
{
    private const string Everything = "{ toxicCombinations(filter: {includeExcepted: true}) { totalCount nodes { id severity actor { key } controlGroup { key } accounts statement exception { holds by } parts { capability on { key } certainty path { length } } } } }";

    /// <summary>A pipeline that controls three bots, each with one right of three; and two that each have one and nobody above them.</summary>
    private static Estate Split() => new Estate()
        .Node("pipeline", NodeKinds.Consumer, "release pipeline", properties: [("consumerType", "PIPELINE")])
        .Node("key-a", NodeKinds.Credential, "key a").Node("key-b", NodeKinds.Credential, "key b").Node("key-c", NodeKinds.Credential, "key c")
        .Node("bot-a", NodeKinds.Identity, "deployer").Node("bot-b", NodeKinds.Identity, "log keeper").Node("bot-c", NodeKinds.Identity, "reporter")
        .Node("deploy", NodeKinds.Entitlement, "deploy", properties: [("capability", "DEPLOY_CODE")])
        .Node("logs", NodeKinds.Entitlement, "logs", properties: [("capability", "MODIFY_LOGGING")])
        .Node("read", NodeKinds.Entitlement, "read", properties: [("capability", "READ_DATA")])
        .Node("account", NodeKinds.Resource, "111", properties: [("resourceType", "ACCOUNT")])
        .Node("fn", NodeKinds.Resource, "fn", properties: [("resourceType", "FUNCTION")])
        .Node("trail", NodeKinds.Resource, "trail", properties: [("resourceType", "TRAIL")])
        .Node("data", NodeKinds.Resource, "data", properties: [("resourceType", "BUCKET"), ("sensitivity", "RESTRICTED")])
        .Edge(EdgeKind.Contains, "account", "fn").Edge(EdgeKind.Contains, "account", "trail").Edge(EdgeKind.Contains, "account", "data")
        .Edge(EdgeKind.Uses, "pipeline", "key-a").Edge(EdgeKind.Uses, "pipeline", "key-b").Edge(EdgeKind.Uses, "pipeline", "key-c", Certainty.Declared)
        .Edge(EdgeKind.Authenticates, "key-a", "bot-a").Edge(EdgeKind.Authenticates, "key-b", "bot-b").Edge(EdgeKind.Authenticates, "key-c", "bot-c")
        .Edge(EdgeKind.Holds, "bot-a", "deploy").Edge(EdgeKind.Holds, "bot-b", "logs").Edge(EdgeKind.Holds, "bot-c", "read")
        .On("deploy", "fn", OnTarget.AllowSelf).On("logs", "trail", OnTarget.AllowSelf).On("read", "data", OnTarget.AllowSelf);

    [Fact]
    public async Task Rights_split_over_three_are_found_at_who_controls_them()
    {
        await using Asking asking = await Asking.OfAsync(Split());
        await asking.ExpectAsync(Everything, """
            {"toxicCombinations":{"totalCount":1,"nodes":[{"id":"deploy-hide-read|pipeline","severity":"CRITICAL","actor":{"key":"pipeline"},
             "controlGroup":[{"key":"pipeline"},{"key":"bot-a"},{"key":"bot-b"},{"key":"bot-c"}],"accounts":["aws:111"],
             "statement":"release pipeline can deploy code, change logging and read sensitive data in aws:111, by 3 others that it is or controls.","exception":null,
             "parts":[{"capability":"DEPLOY_CODE","on":{"key":"fn"},"certainty":"PROVED","path":{"length":4}},{"capability":"MODIFY_LOGGING","on":{"key":"trail"},"certainty":"PROVED","path":{"length":4}},
                      {"capability":"READ_DATA","on":{"key":"data"},"certainty":"DECLARED","path":{"length":4}}]}]}}
            """);
    }

    [Fact]
    public async Task Filters_leave_out_what_is_not_asked()
    {
        await using Asking asking = await Asking.OfAsync(Split());
        foreach (string filter in (string[])["certainty: PROVED", "severities: [HIGH]", "rules: [\"keys-and-data\"]", "scopes: [\"aws:222\"]"])
        {
            await asking.ExpectAsync($"{{ toxicCombinations(filter: {{{filter}}}) {{ totalCount }} }}", """{"toxicCombinations":{"totalCount":0}}""");
        }

        await asking.ExpectAsync("{ toxicCombinations(filter: {certainty: DECLARED, rules: [\"deploy-hide-read\"], scopes: [\"aws:111\"]}) { totalCount } }", """{"toxicCombinations":{"totalCount":1}}""");
    }

    [Theory]
    [InlineData("2026-04-01", 0, true)]
    [InlineData("2026-02-01", 1, false)]
    public async Task An_exception_holds_until_its_end_and_then_says_so(string until, int counted, bool holds)
    {
        var store = new MemoryGraphStore();
        await Split().WriteAsync(store, TestContext.Current.CancellationToken);
        RuleBook rules = RuleBook.Read([], [("ex.yaml", Encoding.UTF8.GetBytes($"- {{ rule: deploy-hide-read, actor: pipeline, until: {until}, by: ana, why: migration }}"))]);
        await using var executor = new GraphQlExecutor(store, [TestProvider.Aws], new Microsoft.Extensions.Time.Testing.FakeTimeProvider(Estate.Noon), rules: rules);

        JsonElement data = await DataAsync(executor, "{ net: toxicCombinations { totalCount } all: toxicCombinations(filter: {includeExcepted: true}) { nodes { statement exception { holds by why } } } }");

        Assert.Equal(counted, data.GetProperty("net").GetProperty("totalCount").GetInt32());
        JsonElement only = Assert.Single(data.GetProperty("all").GetProperty("nodes").EnumerateArray());
        Assert.Equal(holds, only.GetProperty("exception").GetProperty("holds").GetBoolean());
        Assert.EndsWith(holds ? $"until {until}: migration" : $"until {until}; that time is over.", only.GetProperty("statement").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rule_may_ask_for_a_property_that_only_the_store_knows()
    {
        var store = new MemoryGraphStore();
        await Split().Node("pay", NodeKinds.Resource, "pay", properties: [("resourceType", "BUCKET"), ("application", "payroll")]).On("read", "pay", OnTarget.AllowSelf).WriteAsync(store, TestContext.Current.CancellationToken);
        RuleBook rules = RuleBook.Read([("own.yaml", """
            id: payroll
            title: Read payroll
            why: w
            severity: LOW
            within: anywhere
            source: s
            parts:
              - { can: [READ_DATA], on: { property: { name: application, value: payroll } } }
            """u8.ToArray())], []);
        await using var executor = new GraphQlExecutor(store, [TestProvider.Aws], TimeProvider.System, rules: rules);

        JsonElement data = await DataAsync(executor, "{ toxicCombinations(filter: {rules: [\"payroll\"]}) { nodes { actor { key } parts { on { key } } } } toxicRules { id } }");

        Assert.Equal("""[{"actor":{"key":"bot-c"},"parts":[{"on":{"key":"pay"}}]}]""", JsonSerializer.Serialize(data.GetProperty("toxicCombinations").GetProperty("nodes")));
        Assert.Equal(8, data.GetProperty("toxicRules").GetArrayLength());
    }

    private static async Task<JsonElement> DataAsync(GraphQlExecutor executor, string query)
    {
        JsonElement answer = JsonDocument.Parse((await executor.ExecuteAsync(query, null, TestContext.Current.CancellationToken)).Json).RootElement;
        Assert.False(answer.TryGetProperty("errors", out JsonElement errors), errors.ToString());
        return answer.GetProperty("data");
    }
}
