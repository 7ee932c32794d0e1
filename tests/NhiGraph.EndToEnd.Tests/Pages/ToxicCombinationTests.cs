using System.Globalization;
using System.Text.Json;
using Microsoft.Playwright;
using NhiGraph.EndToEnd.Tests.Running;

namespace NhiGraph.EndToEnd.Tests.Pages;

/// <summary>Toxic combinations: what was found by which rule, and the parts of each side by side with their paths.</summary>
[Collection(nameof(ExplorerRun))]
public sealed class ToxicCombinationTests(Explorer explorer)
{
    private const string Administrators = "administrators";

    private const string Combinations = """
        query {
          toxicRules { id title }
          toxicCombinations(first: 200) {
            totalCount
            nodes { id statement rule { id title } actor { name } parts { capability on { name } path { steps { from { name } to { name } } } } }
          }
        }
        """;

    [Fact]
    public async Task What_was_found_is_what_the_API_found_by_rule_too()
    {
        await using Window window = await explorer.OpenAsync();
        IPage page = window.Page;
        await window.GoAsync("/");
        JsonElement[] found = await FoundAsync();
        ILookup<string, JsonElement> byRule = found.ToLookup(combination => combination.GetProperty("rule").GetProperty("id").GetString()!, StringComparer.Ordinal);
        int administrators = byRule[Administrators].Count();
        Assert.True(administrators > 0, "Nobody administers an account of the sample estate.");
        Assert.Equal([Text(found.Length - administrators), Text(administrators)], await page.Locator(".judgements a[href*='toxic'] strong").AllInnerTextsAsync());

        await page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link, new() { Name = "Toxic combinations" }).ClickAsync();
        Assert.Equal(found.Where(combination => !byRule[Administrators].Contains(combination)).Select(IdOf), await IdsAsync(page));
        foreach (IGrouping<string, JsonElement> rule in byRule)
        {
            await window.GoAsync($"/#/toxic?rule={rule.Key}");
            Assert.Equal(rule.Select(IdOf), await IdsAsync(page));
        }

        window.AssertClean();
    }

    [Fact]
    public async Task The_parts_stand_side_by_side_each_with_its_path_and_on_one_picture()
    {
        await using Window window = await explorer.OpenAsync();
        IPage page = window.Page;
        JsonElement most = (await FoundAsync()).MaxBy(combination => combination.GetProperty("parts").GetArrayLength());
        await window.GoAsync($"/#/toxic?rule={most.GetProperty("rule").GetProperty("id").GetString()}&row={Uri.EscapeDataString(IdOf(most)!)}");
        await page.Locator(".toxic-parts > li").First.WaitForAsync();
        Assert.Equal(most.GetProperty("statement").GetString(), await page.Locator(".toxic > .statement").InnerTextAsync());
        JsonElement[] parts = [.. most.GetProperty("parts").EnumerateArray()];
        Assert.Equal(parts.Length, await page.Locator(".toxic-parts > li").CountAsync());
        for (int i = 0; i < parts.Length; i++)
        {
            Assert.Equal(
                parts[i].GetProperty("path").GetProperty("steps").EnumerateArray().Select(step => step.GetProperty("to").GetProperty("name").GetString()),
                await page.Locator(".toxic-parts > li").Nth(i).Locator(".path-step > .path-node .entity-link > span").AllInnerTextsAsync());
        }

        string[] drawn = [.. await page.Locator(".toxic-picture .lane-name").AllTextContentsAsync()];
        Assert.Superset(parts.Select(part => part.GetProperty("on").GetProperty("name").GetString()!).ToHashSet(), drawn.ToHashSet());
        window.AssertClean();
    }

    private async Task<JsonElement[]> FoundAsync()
    {
        JsonElement[] found = [.. (await explorer.AskAsync(Combinations, new { })).GetProperty("toxicCombinations").GetProperty("nodes").EnumerateArray()];
        Assert.NotEmpty(found);
        return found;
    }

    private static string Text(int count) => count.ToString(CultureInfo.InvariantCulture);

    private static string? IdOf(JsonElement combination) => combination.GetProperty("id").GetString();

    /// <summary>The rows, once the page says how many there are.</summary>
    private static async Task<string[]> IdsAsync(IPage page)
    {
        await page.Locator(".toxic-table [role=status]").Filter(new() { HasTextRegex = new("^(All|No actor)") }).WaitForAsync();
        return await page.Locator(".toxic-table tbody tr[data-id]").EvaluateAllAsync<string[]>("rows => rows.map(row => row.dataset.id)");
    }
}
