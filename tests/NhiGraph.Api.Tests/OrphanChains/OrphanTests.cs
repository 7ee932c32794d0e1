using NhiGraph.Api.Tests.Estates;
using NhiGraph.Graph.Model;

namespace NhiGraph.Api.Tests.OrphanChains;

public sealed class OrphanTests
{
    private const string Rows = "nodes { reasons undecided missing consumer { key } credential { key } identity { key } state lastAccountable { key } since severity score sensitiveReach { possible } statement }";

    private static Estate Left() => new Estate()
        .Node("ana", NodeKinds.Human, "Ana", properties: [("status", "DEPARTED"), ("departedAt", "2025-03-01T00:00:00Z")])
        .Node("bot", NodeKinds.Identity, "bot", properties: [("identityType", "CLOUD_USER"), ("nature", "NON_HUMAN"), ("createdAt", "2020-01-01T00:00:00Z")])
        .Node("linked", NodeKinds.Identity, "linked", properties: [("identityType", "CLOUD_ROLE"), ("providerOwned", "true")])
        .Node("key", NodeKinds.Credential, "AKIA1", properties: [("credentialType", "ACCESS_KEY"), ("posture", "STATIC")])
        .Node("read", NodeKinds.Entitlement, "read", properties: [("capability", "READ_DATA")])
        .Node("data", NodeKinds.Resource, "data", properties: [("resourceType", "BUCKET"), ("sensitivity", "RESTRICTED")])
        .Edge(EdgeKind.Authenticates, "key", "bot").Edge(EdgeKind.Holds, "bot", "read").On("read", "data", OnTarget.AllowSelf);

    [Fact]
    public async Task An_owner_who_left_is_known_and_the_consumer_is_not()
    {
        await using Asking asking = await Asking.OfAsync(Left().Edge(EdgeKind.Owns, "ana", "bot"));
        await asking.ExpectAsync($"{{ orphanChains {{ totalCount {Rows} }} }}", """
            {"orphanChains":{"totalCount":1,"nodes":[{"reasons":["OWNER_DEPARTED"],"undecided":["NO_CONSUMER"],"missing":[],"consumer":null,"credential":{"key":"key"},"identity":{"key":"bot"},"state":"KNOWN",
             "lastAccountable":{"key":"ana"},"since":"2025-03-01T00:00:00Z","severity":"MEDIUM","score":16,"sensitiveReach":{"possible":1},
             "statement":"AKIA1 of bot: its owner left. It reaches 1 sensitive resource. Last accountable: Ana. Unknown: what uses it, for not all was read of aws."}]}}
            """);
        await asking.ExpectAsync("{ orphanChains(filter: {reasons: [NO_OWNER]}) { totalCount } }", """{"orphanChains":{"totalCount":0}}""");
        await asking.ExpectAsync("{ orphanChains(filter: {severities: [MEDIUM], scopes: [\"aws:111\"], reasons: [OWNER_DEPARTED, NO_OWNER]}, orderBy: {by: SEVERITY}) { totalCount } }", """{"orphanChains":{"totalCount":1}}""");
    }

    /// <summary>No source of people or owners was read: nobody may say that there is no owner.</summary>
    [Fact]
    public async Task Without_the_sources_of_owners_the_answer_is_unknown_and_not_counted()
    {
        await using Asking asking = await Asking.OfAsync(Left());
        await asking.ExpectAsync("{ orphanChains { totalCount } unknown: orphanChains(filter: {states: [UNKNOWN]}) { totalCount nodes { state reasons undecided identity { key } } } }", """
            {"orphanChains":{"totalCount":0},"unknown":{"totalCount":1,"nodes":[{"state":"UNKNOWN","reasons":[],"undecided":["NO_OWNER","NO_CONSUMER"],"identity":{"key":"bot"}}]}}
            """);
    }
}
