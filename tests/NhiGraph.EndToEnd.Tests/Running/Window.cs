using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace NhiGraph.EndToEnd.Tests.Running;

/// <summary>A page of the browser that remembers what it asked for and what went wrong on it.</summary>
internal sealed class Window : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly Uri _origin;
    private readonly ConcurrentQueue<string> _wrong = new();

    private Window(IBrowserContext context, IPage page, Uri origin)
    {
        _context = context;
        _origin = origin;
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                _wrong.Enqueue($"console {message.Type}: {message.Text}");
            }
        };
        page.PageError += (_, error) => _wrong.Enqueue($"script: {error}");
        page.Request += (_, request) =>
        {
            var asked = new Uri(request.Url);
            if (asked.Scheme is not "data" && asked.GetLeftPart(UriPartial.Authority) != _origin.GetLeftPart(UriPartial.Authority))
            {
                _wrong.Enqueue($"another origin: {request.Url}");
            }
        };
        page.Response += (_, response) =>
        {
            if (response.Status >= 400)
            {
                _wrong.Enqueue($"{response.Status}: {response.Url}");
            }
        };
    }

    internal IPage Page { get; }

    internal static async Task<Window> OpenAsync(IBrowserContext context, Uri origin) => new(context, await context.NewPageAsync(), origin);

    /// <summary>Goes to a link of the explorer and waits until it is at rest: a quiet network alone may also be a slow machine that has not asked yet.</summary>
    internal async Task GoAsync(string link)
    {
        await Page.GotoAsync("about:blank");
        await Page.GotoAsync(new Uri(_origin, link).AbsoluteUri, new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });
        await Page.WaitForFunctionAsync("() => document.querySelector('h1, .graphiql-container') && !document.querySelector('.loading, [aria-busy=true]')");
    }

    /// <summary>No error, no warning, no refusal of the content security policy, and nothing asked of another origin.</summary>
    internal void AssertClean() => Assert.Empty(_wrong);

    internal async Task AssertFitsAsync()
    {
        int over = await Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(over <= 0, $"{Page.Url} is {over} pixels wider than the window.");
    }

    /// <summary>No table has columns that are seen only by scrolling.</summary>
    internal async Task AssertTablesFitAsync()
    {
        string[] cut = await Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('.scroll-x')].filter((box) => box.scrollWidth > box.clientWidth).map((box) => `${box.querySelector('caption')?.textContent} by ${box.scrollWidth - box.clientWidth}`)");
        Assert.True(cut.Length == 0, $"{Page.Url} cuts off tables: {string.Join(", ", cut)} pixels.");
    }

    public ValueTask DisposeAsync() => new(_context.CloseAsync());
}
