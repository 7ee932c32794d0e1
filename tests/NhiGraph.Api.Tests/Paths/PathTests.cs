using NhiGraph.Api.Tests.Estates;
using NhiGraph.Graph.Model;

namespace NhiGraph.Api.Tests.Paths;

public sealed class PathTests
{
    [Fact]
    public async Task Paths_come_shortest_first_with_what_was_not_found()
    {
        await using Asking asking = await Asking.OfAsync(SmallCompany.Create());
        await asking.ExpectAsync(
            "{ paths(from: [\"deploy\"], to: [\"data\", \"nothing\"]) { notFound totalCount truncated { statement } pageInfo { hasNextPage } nodes { length certainty steps { edge to { key } } } } }",
            """
            {"paths":{"notFound":["nothing"],"totalCount":null,"truncated":null,"pageInfo":{"hasNextPage":false},"nodes":[
                {"length":3,"certainty":"CONDITIONAL","steps":[{"edge":"CAN_ASSUME","to":{"key":"admin"}},{"edge":"HOLDS","to":{"key":"administer"}},{"edge":"ON","to":{"key":"data"}}]},
                {"length":3,"certainty":"PROVED","steps":[{"edge":"MEMBER_OF","to":{"key":"devs"}},{"edge":"HOLDS","to":{"key":"read-data"}},{"edge":"ON","to":{"key":"data"}}]}]}}
            """);
    }

    [Fact]
    public async Task Pages_of_paths_join_into_the_whole()
    {
        Estate estate = SmallCompany.Create();
        for (int i = 0; i < 7; i++)
        {
            estate.Node($"role-{i}", NodeKinds.Identity, $"role {i}").Edge(EdgeKind.CanAssume, "deploy", $"role-{i}").Edge(EdgeKind.CanAssume, $"role-{i}", "idle");
        }

        await using Asking asking = await Asking.OfAsync(estate);
        var seen = new List<string>();
        string? after = null;
        do
        {
            var page = (await asking.DataAsync(
                "query($after: String) { paths(from: [\"deploy\"], to: [\"idle\"], first: 3, after: $after) { pageInfo { hasNextPage hasPreviousPage endCursor } nodes { steps { to { key } } } } }",
                $$"""{"after": {{(after is null ? "null" : $"\"{after}\"")}}}""")).GetProperty("paths");
            Assert.Equal(after is not null, page.GetProperty("pageInfo").GetProperty("hasPreviousPage").GetBoolean());
            seen.AddRange(page.GetProperty("nodes").EnumerateArray().Select(path => path.GetProperty("steps")[0].GetProperty("to").GetProperty("key").GetString()!));
            after = page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean() ? page.GetProperty("pageInfo").GetProperty("endCursor").GetString() : null;
        }
        while (after is not null);

        Assert.Equal(Enumerable.Range(0, 7).Select(i => $"role-{i}"), seen);
    }
}
