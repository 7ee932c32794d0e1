using System.Text.Json;
using Microsoft.Playwright;
using NhiGraph.EndToEnd.Tests.Running;

namespace NhiGraph.EndToEnd.Tests.Pages;

/// <summary>A person who left: the page, what their leaving means, and what falls by what they could know.</summary>
[Collection(nameof(ExplorerRun))]
public sealed class PersonTests(Explorer explorer)
{
    private const string Departed = $$"""
        query {
          humans(filter: { statuses: [DEPARTED] }, first: 50) {
            nodes {
              id name
              owns(first: 100) { totalCount } created(first: 100) { totalCount } exposedTo(first: 100) { totalCount }
              departure { statement items { entity { id } proposal why } exposure { {{SummaryOnPage.Fields}} } }
            }
          }
        }
        """;

    [Fact]
    public async Task Who_left_is_found_among_people_and_their_departure_is_that_of_the_API()
    {
        await using Window window = await explorer.OpenAsync();
        IPage page = window.Page;
        JsonElement[] left = [.. (await explorer.AskAsync(Departed, new { })).GetProperty("humans").GetProperty("nodes").EnumerateArray()];
        Assert.NotEmpty(left);
        JsonElement person = left.MaxBy(human => human.GetProperty("departure").GetProperty("items").GetArrayLength());

        await window.GoAsync("/");
        await page.GetByRole(AriaRole.Link, new() { Name = "People", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = person.GetProperty("name").GetString()! }).First.ClickAsync();
        await page.GetByRole(AriaRole.Region, new() { Name = "Owns" }).WaitForAsync();
        Assert.Equal(Count(person, "owns"), await page.GetByRole(AriaRole.Region, new() { Name = "Owns" }).Locator(".count").InnerTextAsync());
        Assert.Equal(Count(person, "created"), await page.GetByRole(AriaRole.Region, new() { Name = "Made" }).Locator(".count").InnerTextAsync());
        Assert.Equal(Count(person, "exposedTo"), await page.GetByRole(AriaRole.Region, new() { Name = "Could know" }).Locator(".count").InnerTextAsync());

        await page.GetByRole(AriaRole.Link, new() { Name = "What their leaving means" }).ClickAsync();
        JsonElement departure = person.GetProperty("departure");
        await page.Locator(".plan tbody tr[data-id]").First.WaitForAsync();
        Assert.Equal(departure.GetProperty("statement").GetString(), await page.Locator(".statement").InnerTextAsync());
        Assert.Equal(
            departure.GetProperty("items").EnumerateArray().Select(item => $"{item.GetProperty("entity").GetProperty("id").GetString()} {item.GetProperty("proposal").GetString()!.ToLowerInvariant()}").Order(StringComparer.Ordinal),
            (await page.Locator(".plan tbody tr[data-id]").EvaluateAllAsync<string[]>("rows => rows.map(row => `${row.dataset.id} ${row.querySelector('td[data-label=\"To do\"]').textContent}`)")).Order(StringComparer.Ordinal));
        await SummaryOnPage.AssertAsync(page.Locator("main"), departure.GetProperty("exposure"));
        window.AssertClean();
    }

    private static string Count(JsonElement person, string list) => person.GetProperty(list).GetProperty("totalCount").GetRawText();
}
