using NhiGraph.Api.Tests.Estates;
using NhiGraph.Graph.Model;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Api.Tests.Kpis;

public sealed class KpiTests
{
    private static Estate Estate() => new Estate()
        .Node("ben", NodeKinds.Human, "Ben", properties: [("status", "ACTIVE")])
        .Node("job", NodeKinds.Consumer, "job")
        .Node("bot", NodeKinds.Identity, "bot", properties: [("identityType", "CLOUD_USER"), ("environment", "Prod")])
        .Node("lone", NodeKinds.Identity, "lone", "aws:222", properties: [("identityType", "CLOUD_USER")])
        .Node("off", NodeKinds.Identity, "off", properties: [("identityType", "CLOUD_USER"), ("enabled", "false")])
        .Node("key", NodeKinds.Credential, "AKIA1", properties: [("posture", "STATIC")]).Node("trust", NodeKinds.Credential, "trust", properties: [("posture", "FEDERATED")])
        .Node("read", NodeKinds.Entitlement, "read", properties: [("capability", "READ_DATA")]).Node("data", NodeKinds.Resource, "data", properties: [("resourceType", "BUCKET")])
        .Edge(EdgeKind.Uses, "job", "key").Edge(EdgeKind.Authenticates, "key", "bot").Edge(EdgeKind.Authenticates, "trust", "lone").Edge(EdgeKind.Holds, "bot", "read").On("read", "data", OnTarget.AllowSelf)
        .Edge(EdgeKind.Owns, "ben", "bot");

    [Fact]
    public async Task Figures_are_told_with_what_they_are_of_and_what_is_not_known()
    {
        await using Asking asking = await Asking.OfAsync(Estate());
        await asking.ExpectAsync("""
            { kpis { ownerCoverage { covered of unknown share } businessOwnerCoverage { covered of unknown share } escalationCoverage { covered unknown } chainOfTrustCoverage { covered of unknown } consumerMapping { covered of unknown } credentialPosture { covered of share } staticCredentials { covered } completeness { complete } } }
            """, """
            {"kpis":{"ownerCoverage":{"covered":0,"of":2,"unknown":2,"share":0},"businessOwnerCoverage":{"covered":1,"of":2,"unknown":1,"share":0.5},"escalationCoverage":{"covered":0,"unknown":2},"chainOfTrustCoverage":{"covered":1,"of":2,"unknown":1},
             "consumerMapping":{"covered":1,"of":2,"unknown":1},"credentialPosture":{"covered":1,"of":2,"share":0.5},"staticCredentials":{"covered":1},"completeness":{"complete":false}}}
            """);
    }

    [Fact]
    public async Task They_can_be_had_for_a_scope_and_an_environment()
    {
        await using Asking asking = await Asking.OfAsync(Estate());
        await asking.ExpectAsync("""
            { scope: kpis(scopes: ["aws:222"]) { businessOwnerCoverage { covered of } credentialPosture { covered of } } prod: kpis(environments: ["PROD"]) { chainOfTrustCoverage { covered of share } } none: kpis(environments: ["test"]) { ownerCoverage { of share } } }
            """, """
            {"scope":{"businessOwnerCoverage":{"covered":0,"of":1},"credentialPosture":{"covered":1,"of":1}},"prod":{"chainOfTrustCoverage":{"covered":1,"of":1,"share":1}},"none":{"ownerCoverage":{"of":0,"share":null}}}
            """);
    }
}
