using NhiGraph.Api.Tests.Estates;
using NhiGraph.Graph.Model;

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

    [Theory]
    [InlineData("2025-01-01T00:00:00Z", "NEVER")]
    [InlineData("2015-01-01T00:00:00Z", "UNKNOWN")]
    [InlineData(null, "UNKNOWN")]
    public async Task Older_than_what_the_source_remembers_is_not_known_to_be_unused(string? createdAt, string state)
    {
        (string, string)[] properties = createdAt is null ? [("identityType", "CLOUD_USER")] : [("identityType", "CLOUD_USER"), ("createdAt", createdAt)];
        await using Asking asking = await Asking.OfAsync(SmallCompany.Create().Node("quiet", NodeKinds.Identity, "quiet", dataset: "credential-report", properties: properties));
        await asking.ExpectAsync("{ node(id: \"quiet\") { ... on Identity { lastUsed { state } } } }", """{"node":{"lastUsed":{"state":"STATE"}}}""".Replace("STATE", state, StringComparison.Ordinal));
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
