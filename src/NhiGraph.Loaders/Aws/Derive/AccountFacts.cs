using System.Collections.Immutable;
using System.Text.Json;
using NhiGraph.Loaders.Drafts;
using NhiGraph.Loaders.Runs;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Loaders.Aws.Derive;

/// <summary>The facts of one account, sorted out by dataset.</summary>
internal sealed class AccountFacts
{
    private readonly HashSet<string> whole;
    private ImmutableArray<string>? onRights;

    internal AccountFacts(ScopeFacts facts)
    {
        Scope = facts.Scope;
        Account = facts.Scope[(facts.Scope.IndexOf(':', StringComparison.Ordinal) + 1)..];
        string? organization = facts.Facts.Where(fact => fact.Id.Dataset == AwsDatasets.Organization).Select(fact => FactJson.Parse(fact).Text("OrganizationId")).FirstOrDefault();
        foreach (Fact fact in facts.Facts.Where(fact => fact.Id.Source == AwsDatasets.Source).OrderBy(fact => fact.Id.Dataset, StringComparer.Ordinal).ThenBy(fact => fact.Id.Key, StringComparer.Ordinal))
        {
            JsonElement content = FactJson.Parse(fact);
            switch (fact.Id.Dataset)
            {
                case AwsDatasets.Users:
                    Users.Add(new(PrincipalKind.User, fact.Id, content, organization));
                    break;
                case AwsDatasets.Groups:
                    Groups.Add(new(PrincipalKind.Group, fact.Id, content, organization));
                    break;
                case AwsDatasets.Roles:
                    Roles.Add(new(PrincipalKind.Role, fact.Id, content, organization));
                    break;
                case AwsDatasets.Policies:
                    Policies.Add(fact.Id.Key, (fact.Id, content));
                    break;
                case AwsDatasets.CredentialReport:
                    Report.Add((fact.Id, content));
                    break;
                case AwsDatasets.AccessKeys:
                    AccessKeys.Add((fact.Id, content));
                    break;
                case AwsDatasets.CloudTrail:
                    Trail.Add((fact.Id, content));
                    break;
                case AwsDatasets.Organization:
                    Organization = new(fact.Id, content);
                    break;
                case AwsDatasets.ResourcePolicies:
                    Resources.Add((fact.Id, content));
                    break;
                case AwsDatasets.TaggedResources:
                    Tagged.Add((fact.Id, content));
                    break;
                case var dataset when AwsDatasets.UserCredentials.Contains(dataset):
                    UserCredentials.Add((fact.Id, content));
                    break;
                case var dataset when AwsDatasets.Workloads.Contains(dataset):
                    Workloads.Add((fact.Id, content));
                    break;
            }
        }

        whole = [.. facts.Datasets.Where(dataset => dataset.Key.Source == AwsDatasets.Source && dataset.Value == DatasetState.Complete).Select(dataset => dataset.Key.Dataset)];
        Any = facts.Facts.Any(IsOfAccount);
        Least = facts.Facts.Where(IsOfAccount).Select(fact => fact.Id).OrderBy(id => id.Dataset, StringComparer.Ordinal).ThenBy(id => id.Key, StringComparer.Ordinal).FirstOrDefault();
        Partition = Users.Concat(Roles).Concat(Groups).Select(principal => principal.Arn.Split(':')).Where(parts => parts.Length > 1).Select(parts => parts[1]).FirstOrDefault() ?? "aws";
    }

    /// <summary>Something but the log and the organisation: they alone make no account.</summary>
    internal bool Any { get; }

    /// <summary>The least fact: what the account's own node rests on.</summary>
    internal FactKey Least { get; }

    internal string Scope { get; }

    internal string Account { get; }

    internal string Partition { get; }

    internal List<Principal> Users { get; } = [];

    internal List<Principal> Groups { get; } = [];

    internal List<Principal> Roles { get; } = [];

    internal SortedDictionary<string, (FactKey Fact, JsonElement Content)> Policies { get; } = new(StringComparer.Ordinal);

    internal List<(FactKey Fact, JsonElement Content)> Report { get; } = [];

    internal List<(FactKey Fact, JsonElement Content)> AccessKeys { get; } = [];

    internal List<(FactKey Fact, JsonElement Content)> Tagged { get; } = [];

    /// <summary>Credentials of users beside access keys, by dataset.</summary>
    internal List<(FactKey Fact, JsonElement Content)> UserCredentials { get; } = [];

    /// <summary>What runs as roles, by dataset.</summary>
    internal List<(FactKey Fact, JsonElement Content)> Workloads { get; } = [];

    /// <summary>What single resources say of themselves.</summary>
    internal List<(FactKey Fact, JsonElement Content)> Resources { get; } = [];

    /// <summary>Events of the log.</summary>
    internal List<(FactKey Fact, JsonElement Content)> Trail { get; } = [];

    /// <summary>What its organisation binds it with; null where that was not read.</summary>
    internal Organization? Organization { get; }

    /// <summary>For what a principal of the account may do.</summary>
    internal ImmutableArray<string> OnRights => onRights ??= Organization?.Assumptions ?? AwsAssumptions.OnRights;

    /// <summary>All that the dataset has of the account was read.</summary>
    internal bool IsWhole(string dataset) => whole.Contains(dataset);

    private static bool IsOfAccount(Fact fact) => fact.Id.Source == AwsDatasets.Source && fact.Id.Dataset is not (AwsDatasets.CloudTrail or AwsDatasets.Organization);

    internal IEnumerable<Principal> Principals => Users.Concat(Groups).Concat(Roles);
}
