using NhiGraph.Loaders.Input;

namespace NhiGraph.Loaders.Aws.Read;

/// <summary>What the records of each account name, so that what is named but not listed is told.</summary>
internal sealed class IamMentions
{
    private readonly Dictionary<string, OfAccount> accounts = new(StringComparer.Ordinal);

    /// <summary>Names as <see cref="IamRecords"/> read them: call it only once the record's fact was made.</summary>
    public void Note(string account, IamList list, RecordReader record)
    {
        if (!accounts.TryGetValue(account, out OfAccount? own))
        {
            accounts[account] = own = new OfAccount();
        }

        int i = 0;
        foreach (RecordReader policy in list.Dataset == AwsDatasets.Policies ? [] : record.Objects("AttachedManagedPolicies"))
        {
            own.Attached.TryAdd(policy.Text("PolicyArn"), record.At($"AttachedManagedPolicies/{i++}"));
        }

        if (record.Object("PermissionsBoundary") is { } boundary)
        {
            own.Boundaries.Add(boundary.Text("PermissionsBoundaryArn"));
        }

        if (list.Dataset == AwsDatasets.Groups)
        {
            own.GroupsListed.Add(record.Text("GroupName"));
        }

        i = 0;
        foreach (string group in list.Dataset == AwsDatasets.Users ? record.Texts("GroupList") : [])
        {
            own.GroupsNamed.TryAdd(group, record.At($"GroupList/{i++}"));
        }
    }

    public bool Names(string account, string policy) => accounts.TryGetValue(account, out OfAccount? own) && (own.Attached.ContainsKey(policy) || own.Boundaries.Contains(policy));

    /// <summary>Attached policies of an account with where they are named. A policy that is only a boundary may be missing from a whole export, so boundaries do not count.</summary>
    public IEnumerable<(string Arn, string Locator)> Attached(string account) => accounts.TryGetValue(account, out OfAccount? own) ? own.Attached.Select(pair => (pair.Key, pair.Value)) : [];

    public IEnumerable<(string Group, string Locator)> GroupsNotListed(string account) =>
        accounts.TryGetValue(account, out OfAccount? own) ? own.GroupsNamed.Where(pair => !own.GroupsListed.Contains(pair.Key)).Select(pair => (pair.Key, pair.Value)) : [];

    private sealed class OfAccount
    {
        public Dictionary<string, string> Attached { get; } = new(StringComparer.Ordinal);

        public HashSet<string> Boundaries { get; } = new(StringComparer.Ordinal);

        public Dictionary<string, string> GroupsNamed { get; } = new(StringComparer.Ordinal);

        public HashSet<string> GroupsListed { get; } = new(StringComparer.Ordinal);
    }
}
