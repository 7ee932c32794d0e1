using Microsoft.Playwright;
using NhiGraph.EndToEnd.Tests.Running;

namespace NhiGraph.EndToEnd.Tests.Pages;

/// <summary>The pictures of README. They are written only when NHIGRAPH_SCREENSHOTS is 1, so that a run of the tests leaves the tree as it was.</summary>
[Collection(nameof(ExplorerRun))]
public sealed class ScreenshotTests(Explorer explorer)
{
    [Theory]
    [InlineData("start", "#/", ColorScheme.Light)]
    [InlineData("entity", $"#/entity?id={Story.PictureLambda}", ColorScheme.Light)]
    [InlineData("chains", $"#/chains?id={Story.Deployer}", ColorScheme.Light)]
    [InlineData("blast-radius", $"#/blast-radius?of={Story.PictureLambda}&row={Story.CustomerData}", ColorScheme.Light)]
    [InlineData("blast-radius-dark", $"#/blast-radius?of={Story.PictureLambda}&row={Story.CustomerData}", ColorScheme.Dark)]
    [InlineData("map", $"#/map?of={Story.ForgottenKey}&row={Story.CustomerData}", ColorScheme.Light)]
    [InlineData("orphans", "#/orphans", ColorScheme.Light)]
    [InlineData("toxic", "#/toxic", ColorScheme.Light)]
    [InlineData("departure", $"#/departure?id={Story.Leaver}", ColorScheme.Light)]
    [InlineData("trust", $"#/trust?id={Story.ForgottenKey}", ColorScheme.Light)]
    public async Task A_picture_shows_the_page(string name, string link, ColorScheme scheme)
    {
        await using Window window = await explorer.OpenAsync(1280, 900, scheme);
        await window.GoAsync("/" + link);
        if (link.StartsWith("#/map", StringComparison.Ordinal))
        {
            await window.Page.Locator(".map-figure[data-state=drawn]").WaitForAsync();
        }

        byte[] picture = await window.Page.ScreenshotAsync(new PageScreenshotOptions { Animations = ScreenshotAnimations.Disabled });
        Assert.True(picture.Length > 20_000, $"A picture of {picture.Length} bytes shows nothing.");
        await Picture.KeepAsync(name, picture);
    }
}
