using System.Text.Json;
using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Aws.Data;
using NhiGraph.Loaders.Drafts;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Loaders.Aws.Derive.Workloads;

/// <summary>The workloads of an account that are there, and which listings are whole.</summary>
internal sealed class WorkloadIndex
{
    private readonly ILookup<string, Workload> byDataset;
    private readonly Dictionary<string, Workload> byArn;
    private readonly AccountFacts facts;
    private readonly Dictionary<string, Principal> roles;
    private readonly ILookup<string, Principal> rolesByName;
    private readonly Dictionary<string, Principal> rolesByProfile = new(StringComparer.Ordinal);

    internal WorkloadIndex(AccountFacts facts)
    {
        this.facts = facts;
        Dictionary<string, WorkloadKind> kinds = WorkloadKind.All.ToDictionary(kind => kind.Dataset, StringComparer.Ordinal);
        All = [.. facts.Workloads.Select(fact => new Workload(kinds[fact.Fact.Dataset], fact.Fact, fact.Content)).Where(workload => !workload.IsGone)];
        byDataset = All.ToLookup(workload => workload.Kind.Dataset, StringComparer.Ordinal);
        byArn = All.DistinctBy(workload => workload.Fact.Key, StringComparer.Ordinal).ToDictionary(workload => workload.Fact.Key, StringComparer.Ordinal);
        roles = facts.Roles.ToDictionary(role => role.Arn, StringComparer.Ordinal);
        rolesByName = facts.Roles.ToLookup(role => role.Name, StringComparer.Ordinal);
        foreach (Principal role in facts.Roles)
        {
            foreach (string profile in role.Content.List("InstanceProfileList").Select(profile => profile.Text("Arn")).OfType<string>())
            {
                rolesByProfile.TryAdd(profile, role);
            }
        }
    }

    /// <summary>In the order of their facts.</summary>
    internal IReadOnlyList<Workload> All { get; }

    internal IEnumerable<Workload> Of(string dataset) => byDataset[dataset];

    /// <summary>Nothing of the kind is there but what is listed.</summary>
    internal bool IsWhole(string dataset) => facts.IsWhole(dataset);

    /// <summary>The roles that a workload has, by itself or by the one that it is made of; <c>Arn</c> where a role is named that nobody listed, neither where not even that is known.</summary>
    internal IEnumerable<(WorkloadRole Use, Principal? Role, string? Arn, string Named, Workload Says)> RolesOf(Workload workload)
    {
        (Workload Says, WorkloadRole Use, string Named)[] own = [.. workload.Roles.Select(role => (workload, role.Use, role.Role))];
        Workload? made = workload.Content.Text("Via") is { } via ? byArn.GetValueOrDefault(via) : null;

        // What it has of its own stands in place of what it is made with.
        foreach ((Workload says, WorkloadRole use, string named) in own.Concat((made?.Roles ?? []).Where(role => !Array.Exists(own, one => one.Use.Member.EndsWith("/" + role.Use.Member, StringComparison.Ordinal))).Select(role => (made!, role.Use, role.Role))))
        {
            bool profile = named.Contains(":instance-profile/", StringComparison.Ordinal), arn = named.StartsWith("arn:", StringComparison.Ordinal);
            Principal? role = profile ? rolesByProfile.GetValueOrDefault(named) : arn ? roles.GetValueOrDefault(named) : rolesByName[named[(named.LastIndexOf('/') + 1)..]].FirstOrDefault();
            yield return (use, role, role?.Arn ?? (profile ? null : arn ? named : $"arn:{facts.Partition}:iam::{facts.Account}:role/{named}"), named, says);
        }
    }
}
