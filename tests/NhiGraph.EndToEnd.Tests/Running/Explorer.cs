using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Playwright;

namespace NhiGraph.EndToEnd.Tests.Running;

/// <summary>The real server on the sample estate and a real browser, shared by the tests of a run.</summary>
public sealed class Explorer : IAsyncLifetime
{
    private DemoServer? _server;
    private HttpClient? _client;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    internal Uri Address => _server!.Address;

    public async ValueTask InitializeAsync()
    {
        if (MachineBrowser.Path is null || !DemoServer.HasExplorer)
        {
            return;
        }

        _server = await DemoServer.StartAsync();
        _client = new HttpClient { BaseAddress = _server.Address };
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = MachineBrowser.Path, Args = MachineBrowser.Arguments });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        _client?.Dispose();
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }

    /// <summary>A new, empty window; skips the test where there is no browser, unless the run requires one.</summary>
    /// <param name="at">Another server than the one that all tests share.</param>
    internal async Task<Window> OpenAsync(int width = 1280, int height = 860, ColorScheme scheme = ColorScheme.Light, Uri? at = null)
    {
        if (MachineBrowser.Required)
        {
            Assert.True(MachineBrowser.Path is not null, "NHIGRAPH_REQUIRE asks for a browser and there is no Chromium on the path.");
            Assert.True(DemoServer.HasExplorer, "NHIGRAPH_REQUIRE asks for a browser and the explorer was not built.");
        }

        Assert.SkipWhen(MachineBrowser.Path is null, "No Chromium on the path.");
        Assert.SkipUnless(DemoServer.HasExplorer, "The explorer was not built (-p:SkipExplorer=true, or no Node).");
        IBrowserContext context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = height },
            ColorScheme = scheme,
            ReducedMotion = ReducedMotion.Reduce,
            BaseURL = (at ?? Address).AbsoluteUri,
        });
        return await Window.OpenAsync(context, at ?? Address);
    }

    /// <summary>The API's own answer, beside the page.</summary>
    internal async Task<JsonElement> AskAsync(string query, object variables)
    {
        using HttpResponseMessage response = await _client!.PostAsJsonAsync("graphql", new { query, variables }, TestContext.Current.CancellationToken);
        JsonElement body = await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.False(body.TryGetProperty("errors", out JsonElement errors), errors.ToString());
        return body.GetProperty("data");
    }
}
