using System.Globalization;
using System.Text.Json;
using Microsoft.Playwright;
using NhiGraph.EndToEnd.Tests.Running;

namespace NhiGraph.EndToEnd.Tests.Pages;

/// <summary>Orphan chains: how many, apart from those of which it is unknown; by reason; and one of them opened.</summary>
[Collection(nameof(ExplorerRun))]
public sealed class OrphanChainTests(Explorer explorer)
{
    private const string Chains = """
        query($filter: OrphanChainFilter) {
          orphanChains(filter: $filter, first: 200) { totalCount nodes { id statement reasons missing identity { name } completeness { sources { dataset state } } } }
        }
        """;

    [Fact]
    public async Task Orphans_and_what_is_unknown_stand_apart_with_the_counts_of_the_API()
    {
        await using Window window = await explorer.OpenAsync();
        IPage page = window.Page;
        await window.GoAsync("/#/orphans");
        JsonElement known = await AskAsync(new { states = new[] { "KNOWN" } });
        JsonElement unknown = await AskAsync(new { states = new[] { "UNKNOWN" } });
        Assert.True(known.GetProperty("totalCount").GetInt32() > 0, "The sample estate has no orphan.");
        Assert.Equal(Ids(known), await IdsAsync(page, "Orphans"));
        Assert.Equal(Ids(unknown), await IdsAsync(page, "Not known"));

        // Who would tell is named on each row of which it is unknown.
        foreach (JsonElement chain in unknown.GetProperty("nodes").EnumerateArray())
        {
            string shown = await page.Locator($"[data-id='{chain.GetProperty("id").GetString()}'] td[data-label='Would be told by']").InnerTextAsync();
            foreach (JsonElement source in chain.GetProperty("completeness").GetProperty("sources").EnumerateArray().Where(source => source.GetProperty("state").GetString() != "COMPLETE"))
            {
                Assert.Contains(source.GetProperty("dataset").GetString()!.Replace('-', ' '), shown, StringComparison.OrdinalIgnoreCase);
            }
        }

        window.AssertClean();
    }

    [Fact]
    public async Task A_reason_in_the_link_filters_as_the_API_does()
    {
        await using Window window = await explorer.OpenAsync();
        string reason = (await AskAsync(new { states = new[] { "KNOWN" } })).GetProperty("nodes")[0].GetProperty("reasons")[0].GetString()!;
        await window.GoAsync($"/#/orphans?reason={reason}");
        Assert.Equal(Ids(await AskAsync(new { states = new[] { "KNOWN" }, reasons = new[] { reason } })), await IdsAsync(window.Page, "Orphans"));
        Assert.Equal(reason, await window.Page.GetByLabel("Reason").InputValueAsync());
        window.AssertClean();
    }

    [Fact]
    public async Task A_row_opens_the_chain_with_its_sentence_and_its_blast_radius()
    {
        const string Reach = $$"""
            query { orphanChains(filter: { states: [KNOWN] }, first: 1) { nodes { id statement missing blastRadius { {{SummaryOnPage.Fields}} } } } }
            """;
        await using Window window = await explorer.OpenAsync();
        await window.GoAsync("/#/orphans");
        JsonElement chain = (await explorer.AskAsync(Reach, new { })).GetProperty("orphanChains").GetProperty("nodes")[0];
        await window.Page.Locator($"[data-id='{chain.GetProperty("id").GetString()}'] .opener").PressAsync("Enter");
        ILocator opened = window.Page.Locator(".orphan");
        Assert.Equal(chain.GetProperty("statement").GetString(), await opened.Locator(".statement").InnerTextAsync());
        Assert.Equal(chain.GetProperty("missing").GetArrayLength(), await opened.Locator(".missing-link").CountAsync());
        await SummaryOnPage.AssertAsync(opened, chain.GetProperty("blastRadius"));
        Assert.Contains("row=", window.Page.Url, StringComparison.Ordinal);
        window.AssertClean();
    }

    private async Task<JsonElement> AskAsync(object filter) => (await explorer.AskAsync(Chains, new { filter })).GetProperty("orphanChains");

    private static IEnumerable<string?> Ids(JsonElement chains)
    {
        Assert.True(chains.GetProperty("totalCount").GetInt32() <= 200, string.Create(CultureInfo.InvariantCulture, $"The page shows 200 at first, not {chains.GetProperty("totalCount")}."));
        return chains.GetProperty("nodes").EnumerateArray().Select(chain => chain.GetProperty("id").GetString());
    }

    private static async Task<IEnumerable<string?>> IdsAsync(IPage page, string heading)
    {
        ILocator rows = page.GetByRole(AriaRole.Region, new() { Name = heading, Exact = true }).Locator("tbody tr[data-id]");
        return await rows.EvaluateAllAsync<string[]>("rows => rows.map(row => row.dataset.id)");
    }
}
