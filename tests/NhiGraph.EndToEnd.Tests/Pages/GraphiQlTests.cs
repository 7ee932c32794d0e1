using Microsoft.Playwright;
using NhiGraph.EndToEnd.Tests.Running;

namespace NhiGraph.EndToEnd.Tests.Pages;

[Collection(nameof(ExplorerRun))]
public sealed class GraphiQlTests(Explorer explorer)
{
    [Fact]
    public async Task GraphiQL_asks_the_server_that_served_it()
    {
        await using Window window = await explorer.OpenAsync();
        await window.GoAsync("/graphiql");
        await window.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("Execute query", System.Text.RegularExpressions.RegexOptions.IgnoreCase) }).ClickAsync();
        ILocator answer = window.Page.Locator(".graphiql-response");
        await answer.GetByText("graphVersion").First.WaitForAsync();
        Assert.DoesNotContain("errors", await answer.InnerTextAsync(), StringComparison.Ordinal);
        window.AssertClean();
    }
}
