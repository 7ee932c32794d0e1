using NhiGraph.Api.Tests.Estates;

namespace NhiGraph.Api.Tests.Usage;

/// <summary>Not seen in use is NEVER only where somebody who would have seen it looked.</summary>
public sealed class UsageTests
{
    [Theory]
    [InlineData("key-1", "KNOWN", "\"2026-02-01T08:00:00Z\"")]
    [InlineData("key-3", "NEVER", "null")]
    [InlineData("idle", "NEVER", "null")]
    [InlineData("key-2", "UNKNOWN", "null")]
    [InlineData("deploy", "UNKNOWN", "null")]
    [InlineData("ambient-admin", "UNKNOWN", "null")]
    public async Task Last_use_of(string key, string state, string at)
    {
        await using Asking asking = await Asking.OfAsync(SmallCompany.Create());
        await asking.ExpectAsync(
            $"{{ node(id: \"{key}\") {{ ... on Identity {{ lastUsed {{ state at }} }} ... on Credential {{ lastUsed {{ state at }} }} }} }}",
            """{"node":{"lastUsed":{"state":"STATE","at":AT}}}""".Replace("STATE", state, StringComparison.Ordinal).Replace("AT}", at + "}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_use_that_nobody_could_have_seen_names_the_dataset_that_would_tell()
    {
        await using Asking asking = await Asking.OfAsync(SmallCompany.Create());
        await asking.ExpectAsync(
            "{ node(id: \"key-2\") { ... on Credential { lastUsed { completeness { complete sources { scope dataset state statement } } } } } }",
            """{"node":{"lastUsed":{"completeness":{"complete":false,"sources":[{"scope":"aws:222","dataset":"credential-report","state":"NEVER","statement":"Keys and passwords with their use."}]}}}}""");
    }
}
