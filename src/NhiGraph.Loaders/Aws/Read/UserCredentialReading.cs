using System.Globalization;
using System.Text.Json;
using NhiGraph.Loaders.Aws.Data;
using NhiGraph.Loaders.Input;
using NhiGraph.Loaders.Runs;

namespace NhiGraph.Loaders.Aws.Read;

/// <summary>
/// Reads what lists users' SSH keys, service-specific credentials, signing certificates and MFA devices (<see cref="UserCredentialKind"/>), one document a user. A list names users but no account: it is the one that has the user. An empty list
/// names nobody: the user stands beside it as <c>UserName</c>.
/// </summary>
internal sealed class UserCredentialReading(ReadingLedger ledger, AccountUsers users)
{
    private static readonly (UserCredentialKind Kind, string List)[] Lists = [.. UserCredentialKind.All.SelectMany(kind => ((string?[])[kind.List, kind.Assigned]).OfType<string>().Select(list => (kind, list)))];

    private readonly HashSet<(string Dataset, string Account, string User)> asked = [];
    private readonly HashSet<string> given = new(StringComparer.Ordinal);

    /// <exception cref="RefusedInputException">The document is not what one of the commands prints.</exception>
    public void Read(ExportDocument document)
    {
        RecordReader root = IamPage.Root(document);
        (UserCredentialKind kind, string list) = Lists.FirstOrDefault(known => root.Element(known.List) is { ValueKind: JsonValueKind.Array }) is { List: not null } known ? known
            : throw IamPage.WrongShape(document.Place, $"an object with the list {string.Join(" or ", Lists.Select(known => known.List))}");
        given.Add(kind.Dataset);
        var faults = new RecordFaults(AwsProblems.Input);
        try
        {
            RecordReader outer = RecordReader.Of(document.Root, document.Place, faults);
            bool more = outer.Flag("IsTruncated") == true || !string.IsNullOrEmpty(outer.OptionalText("NextToken"));
            if (outer.Element("UserName") is not null)
            {
                Asked(kind, users.OwnerOf(outer), more);
            }

            int i = 0;
            foreach (JsonElement item in root.Element(list)!.Value.EnumerateArray())
            {
                Item(kind, item, document.At(string.Create(CultureInfo.InvariantCulture, $"/{list}/{i++}")), more, list == kind.Assigned);
            }
        }
        catch (UnreadableRecordException unreadable)
        {
            faults.Missing(unreadable.Problem);
        }

        ledger.Report(faults, null, kind.Dataset);
    }

    /// <summary>Complete are the accounts whose users are all known, and of each of whom there was a list.</summary>
    public void Close()
    {
        foreach (string account in ledger.Accounts)
        {
            foreach (UserCredentialKind kind in UserCredentialKind.All.Where(kind => given.Contains(kind.Dataset)))
            {
                ledger.Given(account, kind.Dataset);
                if (!ledger.IsWhole(account, AwsDatasets.Users) || !ledger.KeysOf(account, AwsDatasets.Users).All(user => asked.Contains((kind.Dataset, account, user))))
                {
                    ledger.Partial(account, kind.Dataset);
                }
            }
        }
    }

    private void Asked(UserCredentialKind kind, (string Account, string Arn) user, bool more)
    {
        if (!more)
        {
            asked.Add((kind.Dataset, user.Account, user.Arn));
        }
    }

    private void Item(UserCredentialKind kind, JsonElement element, string locator, bool more, bool assigned)
    {
        var faults = new RecordFaults(AwsProblems.Input);
        string? account = null;
        try
        {
            RecordReader item = RecordReader.Of(element, locator, faults);
            if (assigned && item.Object("User") is null)
            {
                return;
            }

            (account, string arn) = assigned ? OwnerOf(item.Object("User")!) : users.OwnerOf(item);
            if (!assigned)
            {
                Asked(kind, (account, arn), more);
            }

            Keep(kind, item, account, arn);
        }
        catch (UnreadableRecordException unreadable)
        {
            faults.Missing(unreadable.Problem);
        }

        ledger.Report(faults, account, kind.Dataset);
    }

    private static (string Account, string Arn) OwnerOf(RecordReader user) => user.Text("Arn") is var arn && IamArn.Of(arn) is { Account: not IamArn.OfAws, Type: "user" or "root" } name
        ? (name.Account, arn)
        : throw new UnreadableRecordException(AwsProblems.WrongArn(user.At("Arn"), arn, "the ARN of a user or the root user"));

    private void Keep(UserCredentialKind kind, RecordReader item, string account, string arn)
    {
        string id = kind.Type is null ? CredentialRecord.Serial(item, kind.Id) : CredentialRecord.Id(item, kind.Id, "an id of 16 to 128 capital letters and digits");
        string? status = kind.Type is null ? null : CredentialRecord.Status(item);
        string content = new FactContent().Text("Id", id).Text("UserArn", arn).Text("Status", status).Text("CreateDate", item.Date(kind.Created))
            .Text("ExpirationDate", kind.Expires is { } expires ? item.Date(expires) : null).Text("ServiceName", kind.Service is { } service ? item.OptionalText(service) : null).ToString();
        ledger.Keep(account, kind.Dataset, id, content, item.Locator, item.Faults);
    }
}
