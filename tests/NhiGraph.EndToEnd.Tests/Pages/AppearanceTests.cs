using Microsoft.Playwright;
using NhiGraph.EndToEnd.Tests.Running;

namespace NhiGraph.EndToEnd.Tests.Pages;

/// <summary>Every page, wide and narrow, light and dark: nothing beside the window, nothing wrong in the console, nothing from elsewhere.</summary>
[Collection(nameof(ExplorerRun))]
public sealed class AppearanceTests(Explorer explorer)
{
    [Theory]
    [MemberData(nameof(Story.Links), MemberType = typeof(Story))]
    public async Task A_page_fits_wide_and_narrow_windows_in_both_themes(string link)
    {
        (int Width, ColorScheme Scheme)[] windows = [(1280, ColorScheme.Light), (1280, ColorScheme.Dark), (390, ColorScheme.Dark)];
        foreach ((int width, ColorScheme scheme) in windows)
        {
            await using Window window = await explorer.OpenAsync(width, 844, scheme);
            await window.GoAsync("/" + link);
            await window.Page.Locator("main h1").First.WaitForAsync();
            Assert.Equal(1, await window.Page.Locator("main h1").CountAsync());
            Assert.Equal(0, await window.Page.Locator("[role=alert]").CountAsync());
            Assert.Equal(scheme == ColorScheme.Dark, await IsDarkAsync(window.Page));
            await window.AssertFitsAsync();
            await window.AssertTablesFitAsync();
            window.AssertClean();
        }
    }

    [Fact]
    public async Task The_theme_can_be_changed_and_stays_changed()
    {
        await using Window window = await explorer.OpenAsync();
        await window.GoAsync("/");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Use the dark theme" }).ClickAsync();
        Assert.True(await IsDarkAsync(window.Page));
        await window.Page.ReloadAsync();
        Assert.True(await IsDarkAsync(window.Page));
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Use the light theme" }).ClickAsync();
        Assert.False(await IsDarkAsync(window.Page));
        window.AssertClean();
    }

    [Fact]
    public async Task A_link_to_what_is_not_there_says_so()
    {
        await using Window window = await explorer.OpenAsync();
        await window.GoAsync("/#/blast-radius?of=aws:arn:aws:iam::1:role/gone");
        await window.Page.GetByRole(AriaRole.Heading, new() { Name = "Not in the graph" }).WaitForAsync();
        Assert.Equal(0, await window.Page.Locator(".summary").CountAsync());
    }

    private static async Task<bool> IsDarkAsync(IPage page) =>
        await page.EvaluateAsync<double>("() => { const [r, g, b] = getComputedStyle(document.documentElement).backgroundColor.match(/\\d+/g).map(Number); return (r + g + b) / 3; }") < 128;
}
