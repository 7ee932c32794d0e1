using System.Collections.Immutable;
using System.Text.Json;
using NhiGraph.Loaders.Drafts;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Loaders.Aws.Derive;

/// <summary>The policies of an organisation that bind an account, level by level from the root down.</summary>
internal sealed class Organization(FactKey fact, JsonElement content)
{
    internal FactKey Fact => fact;

    internal string? Id { get; } = content.Text("OrganizationId");

    /// <summary>For each level the names of its service control policies with their documents and where these stand in the fact. Empty for the management account.</summary>
    internal ImmutableArray<ImmutableArray<(string Name, string Pointer, JsonElement? Document)>> ServiceControl { get; } = content.Flag("ManagementAccount") == true ? [] : Levels(content, "ServiceControl");

    /// <summary>The statements of each level, once they were compiled; null where some policy is not by the grammar.</summary>
    internal ImmutableArray<ImmutableArray<CompiledStatement>>? Statements { get; set; }

    /// <summary>The same of its resource control policies. Empty for the management account.</summary>
    internal ImmutableArray<ImmutableArray<(string Name, string Pointer, JsonElement? Document)>> ResourceControl { get; } = content.Flag("ManagementAccount") == true ? [] : Levels(content, "ResourceControl");

    /// <summary>What its resource control policies deny, once they were compiled; null where some policy is not by the grammar.</summary>
    internal ImmutableArray<CompiledStatement>? Control { get; set; }

    /// <summary>What could not be looked at.</summary>
    internal ImmutableArray<string> Assumptions => Statements is null ? AwsAssumptions.OnRights
        : Control is null ? AwsAssumptions.OnRightsWithinOrganization : [];

    private static ImmutableArray<ImmutableArray<(string, string, JsonElement?)>> Levels(JsonElement content, string member) =>
        [.. content.List(member).Select((level, i) => level.List("Policies").Select((policy, j) => (NameOf(policy, level), $"/{member}/{i}/Policies/{j}/Document", policy.Member("Document"))).ToImmutableArray())];

    /// <summary>What a reader finds the policy by: its name, its id and where it is attached.</summary>
    internal static string NameOf(JsonElement policy, JsonElement level) => $"{(policy.Text("Name") is { } name ? $"{name} ({policy.Text("Id")})" : policy.Text("Id"))} on {level.Text("Target")}";
}
