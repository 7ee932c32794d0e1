using NhiGraph.Api.Tests.Estates;
using NhiGraph.Graph.Model;

namespace NhiGraph.Api.Tests.Entities;

public sealed class EntityTests
{
    [Fact]
    public async Task A_node_that_is_identity_and_resource_is_an_identity_with_both_facets()
    {
        await using Asking asking = await Asking.OfAsync(SmallCompany.Create());
        await asking.ExpectAsync(
            "{ node(id: \"admin\") { __typename id ... on Entity { kinds identity { type nature enabled } consumer { type } resource { type container sensitivity known parent { key } path { key } } } } }",
            """
            {"node":{"__typename":"Identity","id":"admin","kinds":["IDENTITY","RESOURCE"],"identity":{"type":"CLOUD_ROLE","nature":"NON_HUMAN","enabled":null},"consumer":null,
                "resource":{"type":"ROLE","container":false,"sensitivity":"UNKNOWN","known":true,"parent":{"key":"account-111"},"path":[{"key":"account-111"}]}}}
            """);
    }

    [Fact]
    public async Task Every_entity_says_who_says_so_and_since_when()
    {
        await using Asking asking = await Asking.OfAsync(SmallCompany.Create());
        await asking.ExpectAsync(
            "{ node(id: \"data\") { ... on Resource { name key environment firstSeen lastSeen providerType properties { name value } assertions { source scope dataset run } children { totalCount } } } }",
            """
            {"node":{"name":"data","key":"data","environment":null,"firstSeen":"2026-03-01T12:00:00Z","lastSeen":"2026-03-01T12:01:00Z","providerType":"s3:bucket",
                "properties":[{"name":"providerType","value":"s3:bucket"},{"name":"resourceType","value":"BUCKET"},{"name":"scope","value":"aws:111"},{"name":"sensitivity","value":"RESTRICTED"}],
                "assertions":[{"source":"aws","scope":"aws:111","dataset":"tagged-resources","run":"1"}],"children":{"totalCount":0}}}
            """);
    }

    [Fact]
    public async Task Nodes_keep_their_places()
    {
        await using Asking asking = await Asking.OfAsync(SmallCompany.Create());
        await asking.ExpectAsync("{ nodes(ids: [\"data\", \"nothing\", \"key-1\"]) { id __typename } node(id: \"nothing\") { id } }", """{"nodes":[{"id":"data","__typename":"Resource"},null,{"id":"key-1","__typename":"Credential"}],"node":null}""");
    }

    [Fact]
    public async Task An_identity_lists_its_credentials_consumers_and_entitlements_with_the_group_between()
    {
        await using Asking asking = await Asking.OfAsync(SmallCompany.Create());
        await asking.ExpectAsync(
            """
            { node(id: "deploy") { ... on Identity { purpose createdAt credentials { nodes { key inactive { reason from until } enabled posture } } consumers { nodes { key __typename } }
                entitlements { totalCount nodes { entitlement { key capability } certainty via { key } evidence { statement } } } } } }
            """,
            """
            {"node":{"purpose":"ci","createdAt":"2022-05-01T00:00:00Z",
                "credentials":{"nodes":[{"key":"key-1","inactive":null,"enabled":true,"posture":"STATIC"},{"key":"key-3","inactive":{"reason":"DISABLED","from":null,"until":null},"enabled":false,"posture":"STATIC"}]},
                "consumers":{"nodes":[{"key":"script","__typename":"Consumer"}]},
                "entitlements":{"totalCount":2,"nodes":[
                    {"entitlement":{"key":"read-secret","capability":"READ_SECRET"},"certainty":"PROVED","via":[],"evidence":[{"statement":"deploy HOLDS read-secret"}]},
                    {"entitlement":{"key":"read-data","capability":"READ_DATA"},"certainty":"PROVED","via":[{"key":"devs"}],"evidence":[{"statement":"deploy MEMBER_OF devs"},{"statement":"devs HOLDS read-data"}]}]}}}
            """);
    }

    [Fact]
    public async Task Nobody_on_record_is_unknown_with_the_source_that_was_never_loaded()
    {
        await using Asking asking = await Asking.OfAsync(SmallCompany.Create());
        await asking.ExpectAsync(
            """
            { deploy: node(id: "deploy") { ... on Identity { creator { state human { key } via { key } evidence { fact } completeness { complete sources { source scope dataset state asOf statement } } } owners { state nodes { role } completeness { complete } } } }
              key: node(id: "key-1") { ... on Credential { exposedTo { state nodes { certainty } completeness { complete } } storedIn { key } identities { key } consumers { nodes { key } } } } }
            """,
            """
            {"deploy":{"creator":{"state":"UNKNOWN","human":null,"via":null,"evidence":[],"completeness":{"complete":false,"sources":[{"source":"aws","scope":"aws:111","dataset":"owners","state":"NEVER","asOf":null,"statement":"Who answers for what."}]}},"owners":{"state":"UNKNOWN","nodes":[],"completeness":{"complete":false}}},
             "key":{"exposedTo":{"state":"UNKNOWN","nodes":[],"completeness":{"complete":false}},"storedIn":[],"identities":[{"key":"deploy"}],"consumers":{"nodes":[{"key":"script"}]}}}
            """);
    }

    [Fact]
    public async Task Owners_creators_and_knowers_on_record_are_named()
    {
        Estate estate = SmallCompany.Create()
            .Node("ann", NodeKinds.Human, "Ann", properties: [("status", "DEPARTED"), ("email", "ann@example.org")])
            .Node("ops", NodeKinds.Team, "Operations")
            .Edge(EdgeKind.Owns, "ann", "deploy", with: edge => edge with { Properties = edge.Properties.Add("role", "business").Add("since", "2025-01-01T00:00:00Z") })
            .Edge(EdgeKind.Owns, "ops", "deploy", with: edge => edge with { Properties = edge.Properties.Add("role", "technical") })
            .Edge(EdgeKind.Created, "ann", "deploy")
            .Edge(EdgeKind.HasAccount, "ann", "idle")
            .Edge(EdgeKind.ExposedTo, "ann", "key-1", Certainty.Declared)
            .Edge(EdgeKind.StoredIn, "key-1", "secret");
        await using Asking asking = await Asking.OfAsync(estate);
        await asking.ExpectAsync(
            """
            { deploy: node(id: "deploy") { ... on Identity { creator { state human { email accounts { key } status } evidence { statement } } owners { state nodes { role since active owner { __typename key } evidence { statement } } } } }
              key: node(id: "key-1") { ... on Credential { exposedTo { state nodes { human { key } certainty } } storedIn { key } } } }
            """,
            """
            {"deploy":{"creator":{"state":"KNOWN","human":{"email":"ann@example.org","accounts":[{"key":"idle"}],"status":"DEPARTED"},"evidence":[{"statement":"ann CREATED deploy"}]},
                "owners":{"state":"KNOWN","nodes":[{"role":"BUSINESS","since":"2025-01-01T00:00:00Z","active":false,"owner":{"__typename":"Human","key":"ann"},"evidence":[{"statement":"ann OWNS deploy"}]},{"role":"TECHNICAL","since":null,"active":null,"owner":{"__typename":"Team","key":"ops"},"evidence":[{"statement":"ops OWNS deploy"}]}]}},
             "key":{"exposedTo":{"state":"KNOWN","nodes":[{"human":{"key":"ann"},"certainty":"DECLARED"}]},"storedIn":[{"key":"secret"}]}}
            """);
    }

    [Fact]
    public async Task A_hub_lists_holders_and_what_it_allows_and_excepts()
    {
        await using Asking asking = await Asking.OfAsync(SmallCompany.Create());
        await asking.ExpectAsync(
            "{ node(id: \"administer\") { ... on Entitlement { capability target holders { nodes { key } } targets { nodes { resource { key } effect covers parts certainty evidence { statement } } } } } group: node(id: \"devs\") { ... on Group { members { nodes { key } } entitlements { nodes { entitlement { key } via { key } } } } } }",
            """
            {"node":{"capability":"ADMINISTER","target":null,"holders":{"nodes":[{"key":"admin"}]},"targets":{"nodes":[
                {"resource":{"key":"account-111"},"effect":"ALLOW","covers":"SUBTREE","parts":[],"certainty":"PROVED","evidence":[{"statement":"administer ON account-111"}]},
                {"resource":{"key":"logs"},"effect":"EXCEPT","covers":"SELF","parts":[],"certainty":"PROVED","evidence":[{"statement":"administer ON logs"}]}]}},
             "group":{"members":{"nodes":[{"key":"deploy"}]},"entitlements":{"nodes":[{"entitlement":{"key":"read-data"},"via":[]}]}}}
            """);
    }
}
