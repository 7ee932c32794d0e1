using NhiGraph.Api.Tests.Estates;
using NhiGraph.Graph.Model;

namespace NhiGraph.Api.Tests.BlastRadius;

public sealed class BlastRadiusTests
{
    [Fact]
    public async Task Summary_counts_proved_and_possible_and_says_what_was_not_found()
    {
        await using Asking asking = await Asking.OfAsync(SmallCompany.Create());
        await asking.ExpectAsync(
            """
            { blastRadius(of: ["key-1", "nobody", "nobody"]) { of { key } notFound graphVersion summary {
                identities { proved possible open } credentials { proved possible } consumers { proved possible } groups { proved possible } entitlements { proved possible }
                humans { proved possible } resources { proved possible open } sensitiveResources { proved possible } administers { proved possible } scopes { proved possible } environments depth } } }
            """,
            """
            {"blastRadius":{"of":[{"key":"key-1"}],"notFound":["nobody"],"graphVersion":"1","summary":{
                "identities":{"proved":2,"possible":3,"open":true},"credentials":{"proved":1,"possible":1},"consumers":{"proved":0,"possible":0},"groups":{"proved":1,"possible":1},"entitlements":{"proved":3,"possible":4},
                "humans":{"proved":0,"possible":0},"resources":{"proved":3,"possible":3,"open":true},"sensitiveResources":{"proved":2,"possible":2},"administers":{"proved":0,"possible":2},"scopes":{"proved":2,"possible":2},"environments":["production"],"depth":5}}}
            """);
    }

    [Fact]
    public async Task Entities_are_nearest_first_without_the_start()
    {
        await using Asking asking = await Asking.OfAsync(SmallCompany.Create());
        await asking.ExpectAsync(
            "{ blastRadius(of: [\"key-1\"]) { entities(kinds: [IDENTITY, GROUP]) { totalCount nodes { distance certainty entity { __typename key } } } } }",
            """
            {"blastRadius":{"entities":{"totalCount":4,"nodes":[
                {"distance":1,"certainty":"PROVED","entity":{"__typename":"Identity","key":"deploy"}},
                {"distance":2,"certainty":"CONDITIONAL","entity":{"__typename":"Identity","key":"admin"}},
                {"distance":2,"certainty":"PROVED","entity":{"__typename":"Group","key":"devs"}},
                {"distance":4,"certainty":"PROVED","entity":{"__typename":"Identity","key":"backup"}}]}}}
            """);
    }

    [Fact]
    public async Task Resources_have_both_masks_and_the_parts_reached()
    {
        await using Asking asking = await Asking.OfAsync(SmallCompany.Create());
        await asking.ExpectAsync(
            "{ blastRadius(of: [\"deploy\"], options: {certainty: PROVED}) { resources { totalCount nodes { resource { key } capabilities capabilitiesPossible distance certainty parts } } } }",
            """
            {"blastRadius":{"resources":{"totalCount":3,"nodes":[
                {"resource":{"key":"secret"},"capabilities":["READ_SECRET"],"capabilitiesPossible":["READ_SECRET"],"distance":2,"certainty":"PROVED","parts":[]},
                {"resource":{"key":"data"},"capabilities":["READ_DATA"],"capabilitiesPossible":["READ_DATA"],"distance":3,"certainty":"PROVED","parts":["public/*"]},
                {"resource":{"key":"archive"},"capabilities":["WRITE_DATA"],"capabilitiesPossible":["WRITE_DATA"],"distance":5,"certainty":"PROVED","parts":[]}]}}}
            """);
    }

    [Fact]
    public async Task An_unconditional_except_keeps_a_resource_out()
    {
        await using Asking asking = await Asking.OfAsync(SmallCompany.Create());
        await asking.ExpectAsync(
            "{ blastRadius(of: [\"admin\"]) { resources(capabilities: [ADMINISTER], under: \"account-111\") { nodes { resource { key } } } } }",
            """{"blastRadius":{"resources":{"nodes":[{"resource":{"key":"account-111"}},{"resource":{"key":"data"}},{"resource":{"key":"s3-111"}},{"resource":{"key":"secret"}}]}}}""");
    }

    [Theory]
    [InlineData("minSensitivity: RESTRICTED", "data")]
    [InlineData("under: \"archive\"", "archive")]
    [InlineData("under: \"s3-111\", counted: true", "data")]
    [InlineData("capabilities: [WRITE_DATA]", "archive")]
    public async Task Resources_are_narrowed_by(string argument, string key)
    {
        await using Asking asking = await Asking.OfAsync(SmallCompany.Create());
        await asking.ExpectAsync(
            $"{{ blastRadius(of: [\"deploy\"]) {{ resources({argument}) {{ nodes {{ resource {{ key }} }} }} }} }}",
            """{"blastRadius":{"resources":{"nodes":[{"resource":{"key":"KEY"}}]}}}""".Replace("KEY", key, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_path_tells_each_step_with_conditions_technique_and_evidence()
    {
        await using Asking asking = await Asking.OfAsync(SmallCompany.Create());
        await asking.ExpectAsync(
            """
            { blastRadius(of: ["deploy"]) { entities(kinds: [CREDENTIAL]) { nodes { path { length certainty contradiction steps {
                from { key } edge to { key } certainty technique { id title permissions } evidence { source { id kind } run fact statement locator } } } } } } }
            """,
            """
            {"blastRadius":{"entities":{"nodes":[{"path":{"length":2,"certainty":"PROVED","contradiction":null,"steps":[
                {"from":{"key":"deploy"},"edge":"HOLDS","to":{"key":"read-secret"},"certainty":"PROVED","technique":null,"evidence":[
                    {"source":{"id":"aws","kind":"aws"},"run":"1","fact":"aws|aws:111|iam-users|deploy","statement":"deploy HOLDS read-secret","locator":"/Statement/0"}]},
                {"from":{"key":"read-secret"},"edge":"YIELDS","to":{"key":"key-2"},"certainty":"PROVED","technique":{"id":"lambda-001","title":"Pass a role to a new function","permissions":["iam:PassRole","lambda:CreateFunction"]},"evidence":[
                    {"source":{"id":"aws","kind":"aws"},"run":"1","fact":"aws|aws:111|iam-users|read-secret","statement":"read-secret YIELDS key-2","locator":"/Statement/0"},
                    {"source":{"id":"aws","kind":"aws"},"run":"1","fact":"aws|aws:111|iam-users|deploy","statement":"deploy HOLDS read-secret","locator":"/Statement/0"}]}]}}]}}}
            """);
    }

    [Fact]
    public async Task A_path_to_a_resource_names_the_container_that_covers_it()
    {
        await using Asking asking = await Asking.OfAsync(SmallCompany.Create());
        await asking.ExpectAsync(
            "{ blastRadius(of: [\"deploy\"]) { resources(minSensitivity: RESTRICTED) { nodes { path(capability: ADMINISTER, by: STRONGEST) { steps { edge to { key } container { key } conditions { key operator values statement } } } } } } }",
            """
            {"blastRadius":{"resources":{"nodes":[{"path":{"steps":[
                {"edge":"CAN_ASSUME","to":{"key":"admin"},"container":null,"conditions":[{"key":"aws:SourceIp","operator":"IpAddress","values":["10.0.0.0/8"],"statement":"The caller comes from 10.0.0.0/8."}]},
                {"edge":"HOLDS","to":{"key":"administer"},"container":null,"conditions":[]},
                {"edge":"ON","to":{"key":"data"},"container":{"key":"account-111"},"conditions":[]}]}}]}}}
            """);
    }

    [Theory]
    [InlineData("{includeInactive: true}", "key-3", 3)]
    [InlineData("{}", "key-3", 0)]
    [InlineData("{strict: true, certainty: CONDITIONAL}", "key-1", 2)]
    [InlineData("{certainty: CONDITIONAL}", "key-1", 3)]
    [InlineData("{maxDepth: 1}", "key-1", 1)]
    public async Task Options_change_what_is_walked(string options, string of, int identities)
    {
        await using Asking asking = await Asking.OfAsync(SmallCompany.Create());
        await asking.ExpectAsync(
            $"{{ blastRadius(of: [\"{of}\"], options: {options}) {{ summary {{ identities {{ possible }} }} }} }}",
            """{"blastRadius":{"summary":{"identities":{"possible":COUNT}}}}""".Replace("COUNT", $"{identities}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Assumptions_count_the_edges_that_rest_on_them()
    {
        await using Asking asking = await Asking.OfAsync(SmallCompany.Create());
        await asking.ExpectAsync(
            "{ blastRadius(of: [\"deploy\"]) { assumptions { code statement demotes source { id } } capabilities { capability resources { proved possible open } } } }",
            """
            {"blastRadius":{"assumptions":[
                {"code":"AWS_SCP_NOT_READ","statement":"Organisation policies were not read.","demotes":1,"source":{"id":"aws"}},
                {"code":"AWS_TECHNIQUES","statement":"Only one technique is looked for.","demotes":0,"source":{"id":"aws"}}],
              "capabilities":[
                {"capability":"READ_DATA","resources":{"proved":1,"possible":1,"open":true}},
                {"capability":"WRITE_DATA","resources":{"proved":1,"possible":1,"open":true}},
                {"capability":"READ_SECRET","resources":{"proved":1,"possible":1,"open":true}},
                {"capability":"ADMINISTER","resources":{"proved":0,"possible":3,"open":true}}]}}
            """);
    }

    [Fact]
    public async Task A_picture_that_does_not_fit_says_what_it_joined()
    {
        Estate estate = SmallCompany.Create();
        for (int i = 0; i < 30; i++)
        {
            estate.Node($"hub-{i}", NodeKinds.Entitlement, $"hub {i}", properties: [("capability", "LIST")]).Edge(EdgeKind.Holds, "deploy", $"hub-{i}");
        }

        await using Asking asking = await Asking.OfAsync(estate);
        var whole = (await asking.DataAsync("{ blastRadius(of: [\"key-1\"]) { graph { nodes { id entity { key } label kind count distance certainty } edges { from to kind certainty count } truncated { statement } } } }")).GetProperty("blastRadius").GetProperty("graph");
        Assert.Equal(System.Text.Json.JsonValueKind.Null, whole.GetProperty("truncated").ValueKind);
        Assert.All(whole.GetProperty("nodes").EnumerateArray(), node => Assert.Equal(1, node.GetProperty("count").GetInt32()));
        HashSet<string> ids = [.. whole.GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("id").GetString()!)];
        Assert.All(whole.GetProperty("edges").EnumerateArray(), edge => Assert.True(ids.Contains(edge.GetProperty("from").GetString()!) && ids.Contains(edge.GetProperty("to").GetString()!)));

        var joined = (await asking.DataAsync("{ blastRadius(of: [\"key-1\"]) { graph(maxNodes: 20) { nodes { id entity { key } label count } truncated { statement omitted } } } }")).GetProperty("blastRadius").GetProperty("graph");
        Assert.True(joined.GetProperty("truncated").GetProperty("omitted").GetInt32() >= 30);
        Assert.Contains(joined.GetProperty("nodes").EnumerateArray(), node => node.GetProperty("entity").ValueKind == System.Text.Json.JsonValueKind.Null && node.GetProperty("label").GetString()!.Contains('×', StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_question_about_an_identity_is_the_same_from_its_page()
    {
        await using Asking asking = await Asking.OfAsync(SmallCompany.Create());
        var answer = await asking.DataAsync("{ direct: blastRadius(of: [\"deploy\"]) { summary { ...s } } page: node(id: \"deploy\") { ... on Identity { blastRadius { summary { ...s } } } } } fragment s on ReachSummary { identities { proved possible } resources { proved possible } depth }");
        Assert.Equal(answer.GetProperty("direct").GetRawText(), answer.GetProperty("page").GetProperty("blastRadius").GetRawText());
    }

    [Fact]
    public async Task Many_questions_in_one_request_each_get_their_own_answer()
    {
        await using Asking asking = await Asking.OfAsync(SmallCompany.Create());
        string query = "{ " + string.Concat(Enumerable.Range(0, 20).Select(i => $"q{i}: blastRadius(of: [\"{(i % 2 == 0 ? "key-2" : "key-1")}\"]) {{ summary {{ resources {{ possible }} }} entities {{ nodes {{ entity {{ key }} path {{ length }} }} }} }} ")) + "}";
        var answer = await asking.DataAsync(query);
        for (int i = 0; i < 20; i++)
        {
            Assert.Equal(i % 2 == 0 ? 1 : 3, answer.GetProperty($"q{i}").GetProperty("summary").GetProperty("resources").GetProperty("possible").GetInt32());
            Assert.Equal(i % 2 == 0 ? 2 : 9, answer.GetProperty($"q{i}").GetProperty("entities").GetProperty("nodes").GetArrayLength());
        }
    }

    [Theory]
    [InlineData("{ blastRadius(of: []) { notFound } }", "BAD_ARGUMENT")]
    [InlineData("{ blastRadius(of: [\"deploy\"], options: {maxDepth: 0}) { notFound } }", "BAD_ARGUMENT")]
    [InlineData("{ blastRadius(of: [\"deploy\"]) { graph(maxNodes: 0) { edges { from } } } }", "BAD_ARGUMENT")]
    [InlineData("{ blastRadius(of: [\"deploy\"]) { resources(under: \"nowhere\") { totalCount } } }", "NOT_FOUND")]
    [InlineData("{ blastRadius(of: [\"key-2\"]) { resources { nodes { path(capability: READ_SECRET) { length } } } } }", "BAD_ARGUMENT")]
    public async Task Bad_questions_have_a_code(string query, string code)
    {
        await using Asking asking = await Asking.OfAsync(SmallCompany.Create());
        await asking.ExpectErrorAsync(query, code);
    }
}
