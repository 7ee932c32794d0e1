using NhiGraph.Api.Tests.Estates;

namespace NhiGraph.Api.Tests.Chains;

public sealed class ChainTests
{
    [Fact]
    public async Task A_chain_ends_at_its_first_identity_and_says_what_that_reaches()
    {
        await using Asking asking = await Asking.OfAsync(SmallCompany.Create());
        await asking.ExpectAsync(
            "{ chains(through: \"deploy\") { totalCount truncated { statement } nodes { consumer { key } credential { key } identity { key } via { key } truncated { statement } resources { proved possible open } missing certainty reached(first: 1) { totalCount nodes { resource { key } } } } } }",
            """
            {"chains":{"totalCount":1,"truncated":null,"nodes":[{"consumer":{"key":"script"},"credential":{"key":"key-1"},"identity":{"key":"deploy"},"via":[{"key":"admin"},{"key":"backup"}],"truncated":null,
                "resources":{"proved":3,"possible":3,"open":true},"missing":[],"certainty":"INFERRED","reached":{"totalCount":3,"nodes":[{"resource":{"key":"secret"}}]}}]}}
            """);
    }

    [Fact]
    public async Task A_chain_without_consumer_and_credential_says_which_links_it_misses()
    {
        await using Asking asking = await Asking.OfAsync(SmallCompany.Create());
        await asking.ExpectAsync(
            "{ chains(through: \"idle\") { nodes { consumer { key } credential { key } identity { key } missing } completeness { complete sources { dataset scope state } } } }",
            """
            {"chains":{"nodes":[{"consumer":null,"credential":null,"identity":{"key":"idle"},"missing":["CONSUMER","CREDENTIAL","RESOURCES"]}],"completeness":{"complete":false,"sources":[
                {"dataset":"iam-users","scope":"aws:111","state":"COMPLETE"},{"dataset":"credential-report","scope":"aws:111","state":"COMPLETE"},{"dataset":"tagged-resources","scope":"aws:111","state":"PARTIAL"}]}}}
            """);
    }

    [Fact]
    public async Task Chains_through_nothing_are_an_error_that_leaves_other_fields_be()
    {
        await using Asking asking = await Asking.OfAsync(SmallCompany.Create());
        var answer = await asking.AnswerAsync("{ chains(through: \"nothing\") { totalCount } graphVersion }");
        Assert.Equal("1", answer.GetProperty("data").GetProperty("graphVersion").GetString());
        Assert.Equal(System.Text.Json.JsonValueKind.Null, answer.GetProperty("data").GetProperty("chains").ValueKind);
        Assert.Equal("NOT_FOUND", answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
    }
}
