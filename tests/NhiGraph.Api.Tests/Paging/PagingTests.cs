using System.Text.Json;
using NhiGraph.Api.Tests.Estates;
using NhiGraph.Graph.Model;

namespace NhiGraph.Api.Tests.Paging;

public sealed class PagingTests
{
    [Theory]
    [InlineData("identities", 1)]
    [InlineData("identities", 3)]
    [InlineData("resources(orderBy: {by: TYPE, direction: DESC})", 2)]
    [InlineData("search(text: \"a\")", 2)]
    public async Task Pages_join_into_the_whole(string field, int first)
    {
        await using Asking asking = await Asking.OfAsync(SmallCompany.Create());
        string[] whole = await KeysAsync(asking, field, 500);
        Assert.True(whole.Length > first);
        Assert.Equal(whole, await KeysAsync(asking, field, first));
    }

    [Fact]
    public async Task Pages_of_a_walk_join_into_the_whole()
    {
        await using Asking asking = await Asking.OfAsync(SmallCompany.Create());
        var seen = new List<string>();
        string after = "null";
        do
        {
            JsonElement page = (await asking.DataAsync($"{{ blastRadius(of: [\"key-1\"]) {{ entities(first: 2, after: {after}) {{ totalCount pageInfo {{ hasNextPage startCursor endCursor }} edges {{ cursor node {{ entity {{ key }} }} }} }} }} }}")).GetProperty("blastRadius").GetProperty("entities");
            Assert.Equal(9, page.GetProperty("totalCount").GetInt32());
            Assert.Equal(page.GetProperty("edges")[0].GetProperty("cursor").GetString(), page.GetProperty("pageInfo").GetProperty("startCursor").GetString());
            seen.AddRange(page.GetProperty("edges").EnumerateArray().Select(edge => edge.GetProperty("node").GetProperty("entity").GetProperty("key").GetString()!));
            after = page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean() ? $"\"{page.GetProperty("pageInfo").GetProperty("endCursor").GetString()}\"" : "";
        }
        while (after.Length > 0);

        Assert.Equal(["deploy", "admin", "devs", "read-secret", "administer", "key-2", "read-data", "backup", "write-archive"], seen);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    [InlineData(501)]
    public async Task A_page_size_out_of_range_is_an_error(int first)
    {
        await using Asking asking = await Asking.OfAsync(SmallCompany.Create());
        Assert.Contains("1 to 500", await asking.ExpectErrorAsync($"{{ identities(first: {first}) {{ totalCount }} }}", "BAD_ARGUMENT"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("%%%")]
    [InlineData("bm90IGEgY3Vyc29y")]
    [InlineData("")]
    public async Task What_is_no_cursor_is_an_error(string after)
    {
        await using Asking asking = await Asking.OfAsync(SmallCompany.Create());
        await asking.ExpectErrorAsync($"{{ identities(after: \"{after}\") {{ totalCount }} }}", "BAD_ARGUMENT");
    }

    [Fact]
    public async Task A_cursor_of_another_listing_is_an_error()
    {
        await using Asking asking = await Asking.OfAsync(SmallCompany.Create());
        string cursor = await CursorAsync(asking);
        await asking.ExpectErrorAsync($"{{ credentials(after: \"{cursor}\") {{ totalCount }} }}", "BAD_ARGUMENT");
        await asking.ExpectErrorAsync($"{{ identities(filter: {{enabled: true}}, after: \"{cursor}\") {{ totalCount }} }}", "BAD_ARGUMENT");
        await asking.DataAsync($"{{ identities(after: \"{cursor}\", first: 2) {{ totalCount }} }}");
    }

    [Fact]
    public async Task A_cursor_of_another_version_is_stale()
    {
        await using Asking asking = await Asking.OfAsync(SmallCompany.Create());
        string cursor = await CursorAsync(asking);
        await new Estate().Node("new", NodeKinds.Identity, "new").WriteAsync(asking.Store, TestContext.Current.CancellationToken);
        await using Asking later = Asking.Of(asking.Store);
        await later.ExpectErrorAsync($"{{ identities(after: \"{cursor}\") {{ totalCount }} }}", "STALE_CURSOR");
    }

    private static async Task<string> CursorAsync(Asking asking) =>
        (await asking.DataAsync("{ identities(first: 1) { pageInfo { endCursor } } }")).GetProperty("identities").GetProperty("pageInfo").GetProperty("endCursor").GetString()!;

    private static async Task<string[]> KeysAsync(Asking asking, string field, int first)
    {
        var keys = new List<string>();
        string? after = null;
        string arguments = field.Contains('(', StringComparison.Ordinal) ? field[..^1] + ", " : field + "(";
        do
        {
            JsonElement page = (await asking.DataAsync($"{{ list: {arguments}first: {first}, after: {(after is null ? "null" : $"\"{after}\"")}) {{ pageInfo {{ hasNextPage endCursor }} nodes {{ ... on Entity {{ key }} }} }} }}")).GetProperty("list");
            keys.AddRange(page.GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("key").GetString()!));
            after = page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean() ? page.GetProperty("pageInfo").GetProperty("endCursor").GetString() : null;
        }
        while (after is not null);

        return [.. keys];
    }
}
