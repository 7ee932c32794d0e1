namespace NhiGraph.Loaders.Aws.Read;

/// <summary>What the records of each account name, so that what is named but not listed is told.</summary>
internal sealed class IamMentions
{
    private readonly Dictionary<(string Account, string Arn), string> attached = [];
    private readonly HashSet<(string Account, string Arn)> boundaries = [];
    private readonly Dictionary<(string Account, string Group), string> groupsNamed = [];
    private readonly HashSet<(string Account, string Group)> groupsListed = [];

    /// <summary>Names as <see cref="IamRecords"/> read them: call it only once the record's fact was made.</summary>
    public void Note(string account, IamList list, RecordReader record)
    {
        int i = 0;
        foreach (RecordReader policy in list.Dataset == AwsDatasets.Policies ? [] : record.Objects("AttachedManagedPolicies"))
        {
            attached.TryAdd((account, policy.Text("PolicyArn")), record.At($"AttachedManagedPolicies/{i++}"));
        }

        if (record.Object("PermissionsBoundary") is { } boundary)
        {
            boundaries.Add((account, boundary.Text("PermissionsBoundaryArn")));
        }

        if (list.Dataset == AwsDatasets.Groups)
        {
            groupsListed.Add((account, record.Text("GroupName")));
        }

        i = 0;
        foreach (string group in list.Dataset == AwsDatasets.Users ? record.Texts("GroupList") : [])
        {
            groupsNamed.TryAdd((account, group), record.At($"GroupList/{i++}"));
        }
    }

    public bool Names(string account, string policy) => attached.ContainsKey((account, policy)) || boundaries.Contains((account, policy));

    /// <summary>Attached policies of an account with where they are named. A policy that is only a boundary may be missing from a whole export, so boundaries do not count.</summary>
    public IEnumerable<(string Arn, string Locator)> Attached(string account) => attached.Where(pair => pair.Key.Account == account).Select(pair => (pair.Key.Arn, pair.Value));

    public IEnumerable<(string Group, string Locator)> GroupsNotListed(string account) =>
        groupsNamed.Where(pair => pair.Key.Account == account && !groupsListed.Contains(pair.Key)).Select(pair => (pair.Key.Group, pair.Value));
}
