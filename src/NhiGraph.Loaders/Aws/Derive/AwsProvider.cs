using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using NhiGraph.Loaders.Aws.Data;
using NhiGraph.Loaders.Aws.Derive.Techniques;
using NhiGraph.Loaders.Joins;
using NhiGraph.Loaders.Runs;

namespace NhiGraph.Loaders.Aws.Derive;

/// <summary>What AWS brings: how its facts become graph, and the data that explains its answers.</summary>
public static class AwsProvider
{
    /// <summary>Raised whenever derive code changes what it makes of the same facts, so that what is stored is derived again.</summary>
    private const int CodeVersion = 17;

    /// <param name="tags">Which tags tell what; null for the usual names.</param>
    public static Provider Create(AwsTagNames? tags = null)
    {
        AwsTagNames names = tags ?? new();
        return new(
            AwsDatasets.Source,
            new(() => RulesHash(names)),
            scope => AccountDerivation.Derive(scope, names),
            AwsJoin.Join,
            Datasets,
            AwsAssumptions.All,
            new(() => [.. Technique.All.Select(technique => technique.Info)]))
        {
            Logs = [AwsDatasets.CloudTrail],
        };
    }

    /// <summary>https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_last-accessed.html: the last use of a role is kept for at most 400 days.</summary>
    private static readonly TimeSpan RoleUseKept = TimeSpan.FromDays(400);

    private static ImmutableArray<DatasetInfo> Datasets { get; } =
    [
        new(AwsDatasets.Users, DatasetTells.Identities | DatasetTells.Grants | DatasetTells.Restrictions | DatasetTells.Owners | DatasetTells.ResourceOwners, "Users with their policies, groups and tags: aws iam get-account-authorization-details"),
        new(AwsDatasets.Groups, DatasetTells.Grants | DatasetTells.Restrictions, "Groups with their policies: aws iam get-account-authorization-details"),
        new(AwsDatasets.Roles, DatasetTells.Identities | DatasetTells.Grants | DatasetTells.Restrictions | DatasetTells.Consumers | DatasetTells.Usage | DatasetTells.Owners | DatasetTells.ResourceOwners, "Roles with their policies, trust, last use and tags: aws iam get-account-authorization-details", RoleUseKept),
        new(AwsDatasets.Policies, DatasetTells.Grants | DatasetTells.Restrictions, "Managed policies in force: aws iam get-account-authorization-details"),
        new(AwsDatasets.CredentialReport, DatasetTells.Credentials | DatasetTells.Usage, "Passwords, key slots and their last use: aws iam get-credential-report"),
        new(AwsDatasets.AccessKeys, DatasetTells.Credentials, "Ids of access keys: aws iam list-access-keys"),
        new(AwsDatasets.TaggedResources, DatasetTells.Resources | DatasetTells.ResourceOwners, "Resources with tags, one region at a time; it never lists all: aws resourcegroupstaggingapi get-resources"),
        new(AwsDatasets.Organization, DatasetTells.Restrictions, "Service control policies of the organisation that bind the account: nhigraph load aws --organization"),
        new(AwsDatasets.ResourcePolicies, DatasetTells.Grants | DatasetTells.Restrictions, "Policies of buckets, keys, queues, topics, secrets, functions, repositories and tables: nhigraph load aws --live or --resource-policies"),
        new("resource-inventory", DatasetTells.Resources, "Resources of services that no other dataset lists, where they have no tags: not read yet"),
        .. WorkloadKind.All.Select(kind => new DatasetInfo(kind.Dataset, (kind.Consumer is null ? DatasetTells.None : DatasetTells.Consumers) | DatasetTells.Resources | DatasetTells.ResourceOwners,
            $"{kind.Title}{(kind.Consumer is null ? "" : " with the roles they run as")}: {kind.Commands[^1].Command} (--inventory)")),
        new("compute", DatasetTells.Consumers | DatasetTells.Resources, "Workloads of services that no other dataset lists, such as EMR or Bedrock: not read yet"),
        new("identity-center", DatasetTells.Identities | DatasetTells.Grants | DatasetTells.People, "People and permission sets of Identity Center: not read yet"),
        .. UserCredentialKind.All.Select(kind => new DatasetInfo(kind.Dataset, kind.Type is null ? DatasetTells.None : DatasetTells.Credentials, $"{kind.Title}: {kind.Command} (--credentials)")),
        new(AwsDatasets.CloudTrail, DatasetTells.Creators, "Who made what, as far back as the log files given go: nhigraph load aws --cloudtrail"),
        new("cloudtrail-usage", DatasetTells.Usage, "Who did what: not read yet"),
    ];

    private static string RulesHash(AwsTagNames names)
    {
        IReadOnlyList<string>[] lists = [names.Owner, names.BusinessOwner, names.TechnicalOwner, names.Escalation, names.Team, names.Application, names.Email, names.EmployeeId, names.Environment, names.Purpose, names.DataClassification];
        string text = $"{CodeVersion}\n{AwsData.Hash()}\n{Trail.TrailEvent.Hash}\n{string.Join('\n', lists.Select(list => string.Join(',', list)))}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}
