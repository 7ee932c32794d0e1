using NhiGraph.Loaders.Input;

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

    /// <summary>The one user of the load that a record names (<c>UserName</c>).</summary>
    /// <exception cref="UnreadableRecordException">No account has such a user, or several have.</exception>
    public (string Account, string Arn) OwnerOf(RecordReader record)
    {
        string name = record.Text("UserName");
        SortedDictionary<string, string> owners = arnsByName.GetValueOrDefault(name) ?? [];
        return owners.Count == 1 ? (owners.Single().Key, owners.Single().Value) : throw new UnreadableRecordException(owners.Count == 0
            ? AwsProblems.KeyWithoutUser(record.At("UserName"), name)
            : AwsProblems.KeyOfSeveralUsers(record.At("UserName"), name, string.Join(", ", owners.Keys)));
    }

    public void Slots(string account, string arn, int filled) => filledSlots[(account, arn)] = filled;

    /// <summary>The users whom the account's credential report has, with how many key slots each fills.</summary>
    public IEnumerable<(string Arn, int Filled)> Reported(string account) => filledSlots.Where(user => user.Key.Account == account).Select(user => (user.Key.Arn, user.Value));
}
