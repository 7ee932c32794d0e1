using System.Globalization;
using System.Text.Json;
using Microsoft.Playwright;
using NhiGraph.EndToEnd.Tests.Running;

namespace NhiGraph.EndToEnd.Tests.Pages;

/// <summary>The map: drawn with WebGL from the API's picture, led by the list beside it, and said in words where it cannot be drawn.</summary>
[Collection(nameof(ExplorerRun))]
public sealed class MapTests(Explorer explorer)
{
    private const string Picture = """
        query($of: [ID!]!) { blastRadius(of: $of) { graph(maxNodes: 2000) { nodes { entity { id name } label } edges { from to } truncated { omitted } } } }
        """;

    private const string Path = """
        query($from: [ID!]!, $to: [ID!]!) { paths(from: $from, to: $to, first: 1) { nodes { steps { to { name } } } } }
        """;

    private const string Bucket = "acme-prod-customer-data";

    [Fact]
    public async Task The_map_draws_the_picture_of_the_API_and_both_map_and_list_lead_to_the_path()
    {
        await using Window window = await explorer.OpenAsync();
        IPage page = window.Page;
        await window.GoAsync($"/#/map?of={Story.ForgottenKey}");
        JsonElement graph = (await explorer.AskAsync(Picture, new { of = new[] { Story.ForgottenKey } })).GetProperty("blastRadius").GetProperty("graph");
        string[] names = [.. graph.GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("label").GetString()!)];
        Assert.True(names.Length > 100, $"Only {names.Length} nodes fall.");
        Assert.Equal(JsonValueKind.Null, graph.GetProperty("truncated").ValueKind);

        await Drawn(page).WaitForAsync();
        Assert.Equal(names, await page.Locator(".map-list .map-name").AllTextContentsAsync());
        string counts = string.Create(CultureInfo.InvariantCulture, $"{names.Length} nodes, {graph.GetProperty("edges").GetArrayLength()} edges.");
        Assert.Contains(counts, await page.Locator(".map-figure figcaption").InnerTextAsync(), StringComparison.Ordinal);
        Assert.StartsWith("Rings by distance. 1 step away: 1 identity;", await page.GetByRole(AriaRole.Img, new() { NameRegex = new("^Rings") }).GetAttributeAsync("aria-label"), StringComparison.Ordinal);
        byte[] drawn = await page.Locator(".map-canvas").ScreenshotAsync();
        Assert.True(drawn.Length > 20_000, $"A map of {drawn.Length} bytes shows nothing.");

        // The start stands in the middle of the map: clicking there chooses it, which shows that the drawing knows what it drew where.
        await page.Locator(".map-canvas").ClickAsync();
        await page.Locator($".map-list [aria-selected=true]:has-text('{names[0]}')").WaitForAsync();
        Assert.Contains($"row={Story.ForgottenKey}", page.Url, StringComparison.Ordinal);

        await page.GetByPlaceholder("name, kind, certainty").FillAsync(Bucket);
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Home");
        for (int row = names.Where(name => name.Contains(Bucket, StringComparison.Ordinal)).ToList().LastIndexOf(Bucket); row > 0; row--)
        {
            await page.Keyboard.PressAsync("ArrowDown");
        }

        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".map-chosen .path-step").First.WaitForAsync();
        await page.WaitForURLAsync(url => url.Contains($"row={Story.CustomerData}", StringComparison.Ordinal));
        JsonElement path = (await explorer.AskAsync(Path, new { from = new[] { Story.ForgottenKey }, to = new[] { Story.CustomerData } })).GetProperty("paths").GetProperty("nodes")[0];
        Assert.Equal(
            path.GetProperty("steps").EnumerateArray().Select(step => step.GetProperty("to").GetProperty("name").GetString()),
            await page.Locator(".map-chosen .path-step > .path-node .entity-link > span").AllInnerTextsAsync());
        window.AssertClean();
    }

    [Fact]
    public async Task The_map_of_an_exposure_holds_whoever_reaches_it()
    {
        const string Question = """
            query($of: [ID!]!) { exposure(of: $of) { entities(first: 500) { totalCount } } }
            """;
        await using Window window = await explorer.OpenAsync();
        await window.GoAsync($"/#/map?of={Story.CustomerData}&way=exposure");
        int all = (await explorer.AskAsync(Question, new { of = new[] { Story.CustomerData } })).GetProperty("exposure").GetProperty("entities").GetProperty("totalCount").GetInt32();
        await Drawn(window.Page).WaitForAsync();
        Assert.True(all > 20, $"Only {all} reach it.");
        Assert.Equal(all + 1, await window.Page.Locator(".map-list [role=option]").CountAsync());
        window.AssertClean();
    }

    [Fact]
    public async Task Without_WebGL_the_page_says_so_and_the_list_stays()
    {
        await using Window window = await explorer.OpenAsync();
        await window.Page.AddInitScriptAsync("const own = HTMLCanvasElement.prototype.getContext; HTMLCanvasElement.prototype.getContext = function (kind, ...more) { return /webgl/.test(kind) ? null : own.call(this, kind, ...more); };");
        await window.GoAsync($"/#/map?of={Story.ForgottenKey}");
        await window.Page.GetByText("it has no WebGL").WaitForAsync();
        Assert.True(await window.Page.Locator(".map-list [role=option]").CountAsync() > 100);
        window.AssertClean();
    }

    [Fact]
    public async Task What_draws_maps_is_loaded_with_the_first_map_and_not_before()
    {
        await using Window window = await explorer.OpenAsync();
        var scripts = new List<string>();
        window.Page.Request += (_, request) => scripts.Add(request.Url);
        await window.GoAsync($"/#/blast-radius?of={Story.ForgottenKey}");
        Assert.DoesNotContain(scripts, script => script.Contains("drawMap", StringComparison.Ordinal));
        await window.Page.Locator(".picture").GetByRole(AriaRole.Link, new() { Name = "Map" }).ClickAsync();
        await Drawn(window.Page).WaitForAsync();
        Assert.Contains(scripts, script => script.Contains("drawMap", StringComparison.Ordinal));
        window.AssertClean();
    }

    private static ILocator Drawn(IPage page) => page.Locator(".map-figure[data-state=drawn]");
}
