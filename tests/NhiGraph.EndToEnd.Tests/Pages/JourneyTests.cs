using System.Text.Json;
using Microsoft.Playwright;
using NhiGraph.EndToEnd.Tests.Running;

namespace NhiGraph.EndToEnd.Tests.Pages;

/// <summary>What an analyst does first: search, the page, its blast radius, the path. Every number is held against the API's own answer.</summary>
[Collection(nameof(ExplorerRun))]
public sealed class JourneyTests(Explorer explorer)
{
    private const string Summary = $$"""
        query($of: [ID!]!, $certainty: Certainty) {
          blastRadius(of: $of, options: { certainty: $certainty }) {
            summary { {{SummaryOnPage.Fields}} }
            resources(first: 200) {
              totalCount
              nodes { resource { id name } distance certainty path(by: STRONGEST) { steps { edge to { name } evidence { statement } } } }
            }
          }
        }
        """;

    [Fact]
    public async Task From_the_search_by_keyboard_to_the_path_and_its_evidence()
    {
        await using Window window = await explorer.OpenAsync();
        IPage page = window.Page;
        await window.GoAsync("/");

        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("AKIAFORGOTTEN");
        await page.GetByRole(AriaRole.Option).First.WaitForAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Heading, new() { Name = "AKIAFORGOTTENEXAMPLE", Level = 1 }).WaitForAsync();
        Assert.Contains("aws:access-key:AKIAFORGOTTENEXAMPLE", page.Url, StringComparison.Ordinal);

        await page.GetByRole(AriaRole.Link, new() { Name = "Blast radius", Exact = true }).ClickAsync();
        JsonElement answer = (await explorer.AskAsync(Summary, new { of = new[] { Story.ForgottenKey } })).GetProperty("blastRadius");
        await SummaryOnPage.AssertAsync(page.Locator("main"), answer.GetProperty("summary"));

        JsonElement rows = answer.GetProperty("resources");
        await page.Locator(".reach-table tbody tr[data-id]").First.WaitForAsync();
        Assert.Equal(rows.GetProperty("totalCount").GetInt32(), await page.Locator(".reach-table tbody tr[data-id]").CountAsync());
        Assert.True(rows.GetProperty("totalCount").GetInt32() > 0);

        JsonElement row = rows.GetProperty("nodes").EnumerateArray().Single(node => node.GetProperty("resource").GetProperty("id").GetString() == Story.CustomerData);
        ILocator line = page.Locator($".reach-table tr[data-id='{Story.CustomerData}']");
        Assert.Equal(row.GetProperty("distance").GetInt32().ToString(System.Globalization.CultureInfo.InvariantCulture), await line.Locator("td[data-label=Steps]").InnerTextAsync());

        await line.Locator(".opener").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".row-path .path-step").First.WaitForAsync();
        JsonElement[] steps = [.. row.GetProperty("path").GetProperty("steps").EnumerateArray()];
        Assert.Equal(steps.Select(step => step.GetProperty("to").GetProperty("name").GetString()), await page.Locator(".row-path .path-step > .path-node .entity-link > span").AllInnerTextsAsync());
        Assert.Equal(
            steps.SelectMany(step => step.GetProperty("evidence").EnumerateArray()).Select(evidence => evidence.GetProperty("statement").GetString()),
            await page.Locator(".row-path .evidence > li > span:first-child").AllInnerTextsAsync());

        Assert.Contains($"row={Story.CustomerData}", page.Url, StringComparison.Ordinal);
        await page.ReloadAsync();
        await page.Locator(".row-path .path-step").First.WaitForAsync();
        Assert.Equal(steps.Length, await page.Locator(".row-path .path-step").CountAsync());
        window.AssertClean();
    }

    [Theory]
    [InlineData("PROVED")]
    [InlineData("CONDITIONAL")]
    public async Task A_certainty_floor_in_the_link_is_the_one_that_the_API_is_asked_with(string certainty)
    {
        await using Window window = await explorer.OpenAsync();
        await window.GoAsync($"/#/blast-radius?of={Story.PictureLambda}&certainty={certainty}");
        JsonElement answer = (await explorer.AskAsync(Summary, new { of = new[] { Story.PictureLambda }, certainty })).GetProperty("blastRadius");
        await SummaryOnPage.AssertAsync(window.Page.Locator("main"), answer.GetProperty("summary"));
        Assert.Equal(certainty, await window.Page.GetByLabel("At least").InputValueAsync());
        window.AssertClean();
    }

    [Fact]
    public async Task The_paths_from_the_picture_function_to_the_administrator_are_those_of_the_API()
    {
        const string Question = """
            query($from: [ID!]!, $to: [ID!]!) { paths(from: $from, to: $to, first: 10) { nodes { steps { to { name } technique { id } } } } }
            """;
        await using Window window = await explorer.OpenAsync();
        await window.GoAsync($"/#/paths?from={Story.PictureLambda}&to={Story.Administrator}");
        JsonElement answer = await explorer.AskAsync(Question, new { from = new[] { Story.PictureLambda }, to = new[] { Story.Administrator } });
        JsonElement[] paths = [.. answer.GetProperty("paths").GetProperty("nodes").EnumerateArray()];
        await window.Page.Locator(".found-path").First.WaitForAsync();
        Assert.Equal(paths.Length, await window.Page.Locator(".found-path").CountAsync());
        for (int i = 0; i < paths.Length; i++)
        {
            ILocator shown = window.Page.Locator(".found-path").Nth(i);
            JsonElement[] steps = [.. paths[i].GetProperty("steps").EnumerateArray()];
            Assert.Equal(steps.Select(step => step.GetProperty("to").GetProperty("name").GetString()), await shown.Locator(".path-step > .path-node .entity-link > span").AllTextContentsAsync());
            Assert.Equal(
                steps.Select(step => step.GetProperty("technique")).Where(technique => technique.ValueKind == JsonValueKind.Object).Select(technique => technique.GetProperty("id").GetString()),
                await shown.Locator(".technique > summary > code").AllTextContentsAsync());
        }

        Assert.Contains("lambda-001", await window.Page.Locator(".technique > summary > code").AllTextContentsAsync());
        window.AssertClean();
    }
}
