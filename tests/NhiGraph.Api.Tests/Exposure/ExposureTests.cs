using NhiGraph.Api.Tests.Estates;
using NhiGraph.Graph.Model;

namespace NhiGraph.Api.Tests.Exposure;

public sealed class ExposureTests
{
    [Fact]
    public async Task Who_reaches_a_resource_nearest_first()
    {
        await using Asking asking = await Asking.OfAsync(SmallCompany.Create());
        await asking.ExpectAsync(
            "{ exposure(of: [\"archive\", \"nothing\"]) { of { key } notFound graphVersion public summary { identities { proved possible } credentials { proved possible } consumers { proved possible open } depth } entities(kinds: [IDENTITY, CONSUMER]) { nodes { entity { key } distance certainty path { steps { edge to { key } } } } } } }",
            """
            {"exposure":{"of":[{"key":"archive"}],"notFound":["nothing"],"graphVersion":"1","public":false,
              "summary":{"identities":{"proved":2,"possible":2},"credentials":{"proved":2,"possible":2},"consumers":{"proved":0,"possible":1,"open":true},"depth":7},
              "entities":{"nodes":[
                {"entity":{"key":"backup"},"distance":2,"certainty":"PROVED","path":{"steps":[{"edge":"HOLDS","to":{"key":"write-archive"}},{"edge":"ON","to":{"key":"archive"}}]}},
                {"entity":{"key":"deploy"},"distance":5,"certainty":"PROVED","path":{"steps":[{"edge":"HOLDS","to":{"key":"read-secret"}},{"edge":"YIELDS","to":{"key":"key-2"}},{"edge":"AUTHENTICATES","to":{"key":"backup"}},{"edge":"HOLDS","to":{"key":"write-archive"}},{"edge":"ON","to":{"key":"archive"}}]}},
                {"entity":{"key":"script"},"distance":7,"certainty":"INFERRED","path":{"steps":[{"edge":"USES","to":{"key":"key-1"}},{"edge":"AUTHENTICATES","to":{"key":"deploy"}},{"edge":"HOLDS","to":{"key":"read-secret"}},{"edge":"YIELDS","to":{"key":"key-2"}},{"edge":"AUTHENTICATES","to":{"key":"backup"}},{"edge":"HOLDS","to":{"key":"write-archive"}},{"edge":"ON","to":{"key":"archive"}}]}}]}}}
            """);
    }

    [Fact]
    public async Task What_anyone_may_assume_is_public_and_shown_apart_in_a_blast_radius()
    {
        Estate estate = SmallCompany.Create().Node(WellKnownKeys.Anyone, NodeKinds.Identity, "Anyone", properties: [("identityType", "WELL_KNOWN")]).Edge(EdgeKind.CanAssume, WellKnownKeys.Anyone, "backup");
        await using Asking asking = await Asking.OfAsync(estate);
        await asking.ExpectAsync(
            "{ exposure(of: [\"archive\"]) { public } blastRadius(of: [\"idle\"]) { summary { resources { possible } } publicResources { proved possible } } }",
            """{"exposure":{"public":true},"blastRadius":{"summary":{"resources":{"possible":0}},"publicResources":{"proved":1,"possible":1}}}""");
    }
}
