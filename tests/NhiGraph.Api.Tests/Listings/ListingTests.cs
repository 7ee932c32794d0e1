using System.Text.Json;
using NhiGraph.Api.Tests.Estates;

namespace NhiGraph.Api.Tests.Listings;

public sealed class ListingTests
{
    [Theory]
    [InlineData("identities", "admin backup deploy idle")]
    [InlineData("identities(filter: {types: [CLOUD_ROLE]})", "admin")]
    [InlineData("identities(filter: {natures: [UNKNOWN]})", "idle")]
    [InlineData("identities(filter: {natures: [NON_HUMAN], scopes: [\"aws:222\"]})", "backup")]
    [InlineData("identities(filter: {enabled: true})", "deploy")]
    [InlineData("identities(filter: {createdBefore: \"2022-01-01T00:00:00Z\"})", "idle")]
    [InlineData("identities(filter: {createdAfter: \"2022-05-01T02:00:00+02:00\"})", "deploy")]
    [InlineData("identities(orderBy: {by: CREATED_AT})", "idle deploy admin backup")]
    [InlineData("identities(orderBy: {by: CREATED_AT, direction: DESC})", "deploy idle backup admin")]
    [InlineData("identities(filter: {text: \"DEPLOY\"})", "deploy")]
    [InlineData("credentials(filter: {enabled: false})", "key-3")]
    [InlineData("credentials(filter: {types: [ACCESS_KEY], lastUsedBefore: \"2026-03-01T00:00:00Z\"})", "key-1")]
    [InlineData("credentials(filter: {postures: [SHORT_LIVED]})", "ambient-admin")]
    [InlineData("consumers(filter: {potential: false})", "script")]
    [InlineData("consumers(filter: {potential: true})", "lambda")]
    [InlineData("consumers(filter: {types: [SCRIPT, FUNCTION]})", "script")]
    [InlineData("resources(filter: {types: [BUCKET], known: true})", "archive data")]
    [InlineData("resources(filter: {known: false})", "logs")]
    [InlineData("resources(filter: {sensitivities: [RESTRICTED, CONFIDENTIAL]})", "data secret")]
    [InlineData("resources(filter: {types: [BUCKET], sensitivities: [UNKNOWN]})", "archive logs")]
    [InlineData("entitlements(filter: {capabilities: [READ_DATA, WRITE_DATA]}, orderBy: {by: CAPABILITY, direction: DESC})", "write-archive read-data")]
    [InlineData("groups", "devs")]
    [InlineData("search(text: \"akia1\")", "key-1")]
    [InlineData("search(text: \"deploy\", kinds: [IDENTITY])", "deploy")]
    public async Task Lists(string field, string keys)
    {
        await using Asking asking = await Asking.OfAsync(SmallCompany.Create());
        JsonElement found = (await asking.DataAsync($"{{ list: {field} {{ totalCount nodes {{ ... on Entity {{ key }} }} edges {{ node {{ ... on Entity {{ key }} }} }} }} }}")).GetProperty("list");
        string[] expected = keys.Split(' ');
        Assert.Equal(expected, found.GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("key").GetString()));
        Assert.Equal(expected, found.GetProperty("edges").EnumerateArray().Select(edge => edge.GetProperty("node").GetProperty("key").GetString()));
        Assert.Equal(expected.Length, found.GetProperty("totalCount").GetInt32());
    }

    [Fact]
    public async Task An_empty_listing_says_who_could_have_seen_more()
    {
        await using Asking asking = await Asking.OfAsync(SmallCompany.Create());
        await asking.ExpectAsync(
            "{ credentials(filter: {types: [SSH_KEY], scopes: [\"aws:222\"]}) { totalCount completeness { complete sources { source scope dataset state } } } }",
            """{"credentials":{"totalCount":0,"completeness":{"complete":false,"sources":[{"source":"aws","scope":"aws:222","dataset":"credential-report","state":"NEVER"}]}}}""");
    }

    [Fact]
    public async Task Sources_and_runs_say_what_was_loaded()
    {
        await using Asking asking = await Asking.OfAsync(SmallCompany.Create());
        await asking.ExpectAsync(
            "{ sources { id kind name scopes datasets { scope dataset state asOf statement } lastRun { id kind state startedAt finishedAt source { id } problems { code } } } runs(source: \"aws\") { totalCount nodes { id datasets { dataset facts } } completeness { complete } } none: runs(source: \"nobody\") { totalCount } }",
            """
            {"sources":[{"id":"aws","kind":"aws","name":"aws","scopes":["aws:111","aws:222"],"datasets":[
                {"scope":"aws:111","dataset":"credential-report","state":"COMPLETE","asOf":"2026-03-01T12:01:00Z","statement":"Keys and passwords with their use."},
                {"scope":"aws:111","dataset":"iam-users","state":"COMPLETE","asOf":"2026-03-01T12:01:00Z","statement":"Users of the account."},
                {"scope":"aws:111","dataset":"tagged-resources","state":"PARTIAL","asOf":"2026-03-01T12:01:00Z","statement":"Resources with tags."},
                {"scope":"aws:222","dataset":"iam-users","state":"COMPLETE","asOf":"2026-03-01T12:01:00Z","statement":"Users of the account."}],
                "lastRun":{"id":"1","kind":"LOAD","state":"PUBLISHED","startedAt":"2026-03-01T12:00:00Z","finishedAt":"2026-03-01T12:01:00Z","source":{"id":"aws"},"problems":[]}}],
             "runs":{"totalCount":1,"nodes":[{"id":"1","datasets":[{"dataset":"iam-users","facts":1},{"dataset":"credential-report","facts":1},{"dataset":"tagged-resources","facts":1},{"dataset":"iam-users","facts":1}]}],"completeness":{"complete":true}},
             "none":{"totalCount":0}}
            """);
    }

    [Fact]
    public async Task A_store_without_a_run_answers_nothing_as_not_complete()
    {
        await using Asking asking = Asking.OfNothing();
        await asking.ExpectAsync(
            "{ graphVersion sources { id } identities { totalCount nodes { key } completeness { complete sources { source scope dataset state } } } blastRadius(of: [\"x\"]) { notFound summary { resources { possible open } } completeness { complete } } }",
            """
            {"graphVersion":"0","sources":[],"identities":{"totalCount":0,"nodes":[],"completeness":{"complete":false,"sources":[{"source":"aws","scope":null,"dataset":"iam-users","state":"NEVER"}]}},
             "blastRadius":{"notFound":["x"],"summary":{"resources":{"possible":0,"open":true}},"completeness":{"complete":false}}}
            """);
    }
}
