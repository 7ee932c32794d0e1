using Microsoft.Playwright;
using NhiGraph.EndToEnd.Tests.Running;

namespace NhiGraph.EndToEnd.Tests.Pages;

/// <summary>Whether a principal may do one thing, asked on its page: what stops it is named.</summary>
[Collection(nameof(ExplorerRun))]
public sealed class CanItTests(Explorer explorer)
{
    private const string Account = "arn:aws:iam::111111111111:";

    private const string Ways = """
        query($from: ID!, $to: ID!) { paths(from: [$from], to: [$to]) { nodes { certainty } } }
        """;

    /// <summary>An account in which a boundary, a service control policy and a Deny with a condition each stand in a way that <c>free</c> has.</summary>
    [Fact]
    public async Task A_boundary_a_service_control_policy_and_a_conditional_Deny_each_stop_a_way_with_their_reason_on_the_page()
    {
        await using Window first = await explorer.OpenAsync();
        await using DemoServer guarded = await DemoServer.OfAsync("guarded");
        foreach ((int width, ColorScheme scheme) in (IEnumerable<(int, ColorScheme)>)[(1280, ColorScheme.Light), (390, ColorScheme.Dark)])
        {
            await using Window window = await explorer.OpenAsync(width, 860, scheme, guarded.Address);
            await ExpectAsync(window, "free", "vault-keeper", "ALLOWED", "free may do sts:AssumeRole", "PROVED");
            await ExpectAsync(window, "bounded", "vault-keeper", "IMPLICITLY_DENIED", "the permissions boundary does not allow sts:AssumeRole", null);
            Assert.Equal("queues-only", await window.Page.Locator(".decided-by > li[data-kind=BOUNDARY] strong").InnerTextAsync());
            await ExpectAsync(window, "free", "break-glass", "EXPLICITLY_DENIED", "the service control policy guardrails (p-guard) on 111111111111, statement 1 (Sid KeepBreakGlass)", null);
            await ExpectAsync(window, "office", "vault-keeper", "CONDITIONAL", "if aws:SourceIp is in 192.0.2.0/24", "CONDITIONAL");
            await ExpectAsync(window, "office", "vault-keeper", "EXPLICITLY_DENIED", "the policy own of office, statement 2 (Sid FromTheOffice)", "CONDITIONAL", "aws:SourceIp = 198.51.100.7");
            window.AssertClean();
        }
    }

    /// <summary>What the sample has of each: who asks for what, what stops it, and what the graph then says of the resource.</summary>
    [Theory]
    [InlineData("role/dev-experiments", "iam:CreateUser", "*", "EXPLICITLY_DENIED", "BOUNDARY", "developer-boundary", "statement 2")]
    [InlineData("user/people/ana.lindqvist", "s3:DeleteObject", "arn:aws:s3:::acme-prod-audit-logs/2026/11", "EXPLICITLY_DENIED", "SCP", "guardrails (p-guardrails) on r-acme", "statement 1 (Sid KeepAuditLogs)")]
    [InlineData("user/service/terraform-admin", "secretsmanager:GetSecretValue", "arn:aws:secretsmanager:eu-west-1:111122223333:secret:webshop/session-key-GhIjKl", "CONDITIONAL", "IDENTITY", "power-without-iam", "statement 3 (Sid SecretsFromTheOffice)")]
    public async Task Each_stops_a_way_in_the_sample_and_fits(string who, string action, string resource, string decision, string kind, string policy, string statement)
    {
        foreach ((int width, ColorScheme scheme) in (IEnumerable<(int, ColorScheme)>)[(1280, ColorScheme.Light), (390, ColorScheme.Dark)])
        {
            await using Window window = await explorer.OpenAsync(width, 860, scheme);
            await window.GoAsync($"/#/entity?id=aws:arn:aws:iam::111122223333:{who}");
            await AskAsync(window.Page, action, resource, "");
            await window.Page.Locator($"[data-decision={decision}]").WaitForAsync();
            ILocator by = window.Page.Locator($".decided-by > li[data-kind={kind}]").Filter(new LocatorFilterOptions { HasText = statement });
            Assert.Equal(policy, await by.Locator("strong").InnerTextAsync());
            await window.AssertFitsAsync();
            window.AssertClean();
            byte[] picture = await window.Page.Locator(".can-it").ScreenshotAsync(new LocatorScreenshotOptions { Animations = ScreenshotAnimations.Disabled });
            Assert.True(picture.Length > 5_000, $"A picture of {picture.Length} bytes shows nothing.");
            if (scheme == ColorScheme.Light && kind == "SCP")
            {
                await Picture.KeepAsync("can-it", picture);
            }
        }
    }

    private static async Task ExpectAsync(Window window, string who, string role, string decision, string reason, string? way, string context = "")
    {
        await window.GoAsync($"/#/entity?id=aws:{Account}user/{who}");
        await AskAsync(window.Page, "sts:AssumeRole", $"{Account}role/{role}", context);
        ILocator answer = window.Page.Locator(".can-it-answer");
        await answer.Locator($"[data-decision={decision}]").WaitForAsync();
        Assert.Contains(reason, await answer.InnerTextAsync(), StringComparison.Ordinal);
        await window.AssertFitsAsync();
        string[] ways = await window.Page.EvaluateAsync<string[]>("""
            async ([query, from, to]) => (await (await fetch('/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query, variables: { from, to } }) })).json()).data.paths.nodes.map((path) => path.certainty)
            """, new[] { Ways, $"aws:{Account}user/{who}", $"aws:{Account}role/{role}" });
        Assert.Equal(way is null ? [] : [way], ways.Distinct());
    }

    private static async Task AskAsync(IPage page, string action, string resource, string context)
    {
        ILocator form = page.Locator(".can-it form");
        await form.GetByLabel("Action").FillAsync(action);
        await form.GetByLabel("Resource").FillAsync(resource);
        await form.GetByLabel("Context").FillAsync(context);
        await form.GetByRole(AriaRole.Button).ClickAsync();
    }
}
