using System.Text.Json;
using Microsoft.Playwright;

namespace NhiGraph.EndToEnd.Tests.Pages;

/// <summary>A table of proved and possible on a page, held against the API's summary.</summary>
internal static class SummaryOnPage
{
    /// <summary>The fields of a summary that a page shows line by line.</summary>
    internal const string Fields = """
        resources { proved possible open } sensitiveResources { proved possible open } administers { proved possible open } identities { proved possible open }
        credentials { proved possible open } consumers { proved possible open } groups { proved possible open } entitlements { proved possible open }
        """;

    /// <summary>Every line says the API's numbers; a line that is left out counts nothing.</summary>
    internal static async Task AssertAsync(ILocator within, JsonElement summary)
    {
        await within.Locator(".summary tbody tr").First.WaitForAsync();
        int compared = 0;
        foreach (JsonProperty measure in summary.EnumerateObject())
        {
            ILocator line = within.Locator($".summary tr[data-measure={measure.Name}]");
            if (await line.CountAsync() == 0)
            {
                Assert.Equal(0, measure.Value.GetProperty("possible").GetInt32());
                continue;
            }

            Assert.Equal(measure.Value.GetProperty("proved").GetRawText(), await line.Locator("td.proved").GetAttributeAsync("data-proved"));
            Assert.Equal(measure.Value.GetProperty("possible").GetRawText(), await line.Locator("td.possible").GetAttributeAsync("data-possible"));
            Assert.Equal(measure.Value.GetProperty("open").GetRawText(), await line.Locator("td.possible").GetAttributeAsync("data-open"));
            compared++;
        }

        Assert.True(compared >= 2, $"Only {compared} lines of the summary are on the page.");
    }
}
