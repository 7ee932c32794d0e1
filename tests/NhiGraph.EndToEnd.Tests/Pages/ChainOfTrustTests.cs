using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using NhiGraph.EndToEnd.Tests.Running;

namespace NhiGraph.EndToEnd.Tests.Pages;

/// <summary>The page that a reviewer certifies from: thirteen links as the API has them, and one page of paper.</summary>
[Collection(nameof(ExplorerRun))]
public sealed partial class ChainOfTrustTests(Explorer explorer)
{
    private const string Trust = """
        query($of: ID!) { chainOfTrust(of: $of) { verdict statement links { link state statement } } }
        """;

    [Theory]
    [InlineData(Story.ForgottenKey)]
    [InlineData(Story.PictureLambda)]
    [InlineData(Story.Deployer)]
    public async Task The_links_the_verdict_and_the_sentence_are_those_of_the_API_and_print_on_one_page(string of)
    {
        await using Window window = await explorer.OpenAsync(scheme: ColorScheme.Dark);
        IPage page = window.Page;
        await window.GoAsync($"/#/trust?id={of}");
        JsonElement trust = (await explorer.AskAsync(Trust, new { of })).GetProperty("chainOfTrust");
        JsonElement[] links = [.. trust.GetProperty("links").EnumerateArray()];
        Assert.Equal(13, links.Length);
        ILocator rows = page.Locator(".trust-links > ol > li");
        await rows.First.WaitForAsync();
        Assert.Equal(
            links.Select(link => $"{link.GetProperty("link").GetString()} {link.GetProperty("state").GetString()} {link.GetProperty("statement").GetString()}"),
            await rows.EvaluateAllAsync<string[]>("rows => rows.map(row => `${row.dataset.link} ${row.dataset.state} ${row.querySelector('.trust-why > p').textContent}`)"));
        Assert.Equal(trust.GetProperty("statement").GetString(), await page.Locator(".verdict .statement").InnerTextAsync());
        Assert.Contains(trust.GetProperty("verdict").GetString()!, await page.Locator(".verdict-head .tag").InnerTextAsync(), StringComparison.OrdinalIgnoreCase);

        byte[] paper = await page.PdfAsync(new PagePdfOptions { PreferCSSPageSize = true, PrintBackground = true });
        Assert.Single(PageOfPaper().Matches(Encoding.Latin1.GetString(paper)));
        window.AssertClean();
    }

    [GeneratedRegex(@"/Type\s*/Page[^s]")]
    private static partial Regex PageOfPaper();
}
