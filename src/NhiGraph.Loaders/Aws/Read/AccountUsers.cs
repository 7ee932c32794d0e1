namespace NhiGraph.Loaders.Aws.Read;

/// <summary>The users of a load by name, from the export and the credential reports, and how many key slots a report says each fills.</summary>
internal sealed class AccountUsers
{
    private readonly Dictionary<string, SortedDictionary<string, string>> arnsByName = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Account, string Arn), int> filledSlots = [];

    public void Add(string account, string name, string arn)
    {
        if (!arnsByName.TryGetValue(name, out SortedDictionary<string, string>? arns))
        {
            arnsByName[name] = arns = new SortedDictionary<string, string>(StringComparer.Ordinal);
        }

        arns.TryAdd(account, arn);
    }

    /// <summary>The ARN of each account's user of this name.</summary>
    public IReadOnlyDictionary<string, string> Named(string name) => arnsByName.TryGetValue(name, out SortedDictionary<string, string>? arns) ? arns : new SortedDictionary<string, string>();

    public void Slots(string account, string arn, int filled) => filledSlots[(account, arn)] = filled;

    /// <summary>The users whom the account's credential report has, with how many key slots each fills.</summary>
    public IEnumerable<(string Arn, int Filled)> Reported(string account) => filledSlots.Where(user => user.Key.Account == account).Select(user => (user.Key.Arn, user.Value));
}
