using System.Globalization;
using System.Text.Json;
using NhiGraph.Loaders.Input;
using NhiGraph.Loaders.Runs;

namespace NhiGraph.Loaders.Aws.Read;

/// <summary>Reads <c>aws iam list-access-keys</c>: it names users but no account, so the account is the one that has the user.</summary>
internal sealed class AccessKeyReading(ReadingLedger ledger, AccountUsers users)
{
    private readonly Dictionary<string, int> keysByUser = new(StringComparer.Ordinal);

    /// <exception cref="RefusedInputException">The document is not what the command prints.</exception>
    public void Read(ExportDocument document)
    {
        RecordReader root = IamPage.Root(document);
        if (root.Element("AccessKeyMetadata") is { ValueKind: JsonValueKind.Array } keys)
        {
            int i = 0;
            foreach (JsonElement key in keys.EnumerateArray())
            {
                ReadItem(key, document.At(string.Create(CultureInfo.InvariantCulture, $"/AccessKeyMetadata/{i++}")));
            }
        }
        else if (root.Element("AccessKeyId") is not null)
        {
            ReadItem(document.Root, document.Place);
        }
        else
        {
            throw IamPage.WrongShape(document.Place, "an object with the list AccessKeyMetadata, or the items of that list");
        }
    }

    /// <summary>Complete are the accounts whose credential report says for each user how many keys there are, when so many were listed: an empty listing does not say whose it is.</summary>
    public void Close()
    {
        foreach (string account in ledger.Accounts)
        {
            ledger.Given(account, AwsDatasets.AccessKeys);
            bool all = ledger.IsWhole(account, AwsDatasets.CredentialReport) && users.Reported(account).All(user => keysByUser.GetValueOrDefault(user.Arn) >= user.Filled);
            if (!all)
            {
                ledger.Partial(account, AwsDatasets.AccessKeys);
            }
        }
    }

    private void ReadItem(JsonElement key, string locator)
    {
        var faults = new RecordFaults(AwsProblems.Input);
        string? account = null;
        try
        {
            account = Keep(RecordReader.Of(key, locator, faults));
        }
        catch (UnreadableRecordException unreadable)
        {
            faults.Missing(unreadable.Problem);
        }

        ledger.Report(faults, account, AwsDatasets.AccessKeys);
    }

    private string Keep(RecordReader key)
    {
        string id = key.Text("AccessKeyId");
        // Never small letters: a secret put in the wrong place has them.
        if (id.Length is < 16 or > 128 || !id.All(letter => char.IsAsciiLetterUpper(letter) || char.IsAsciiDigit(letter)))
        {
            throw new UnreadableRecordException(AwsProblems.Input.WrongMember(key.At("AccessKeyId"), "the id of an access key, 16 to 128 capital letters and digits"));
        }

        string name = key.Text("UserName");
        IReadOnlyDictionary<string, string> owners = users.Named(name);
        if (owners.Count != 1)
        {
            throw new UnreadableRecordException(owners.Count == 0
                ? AwsProblems.KeyWithoutUser(key.At("UserName"), name)
                : AwsProblems.KeyOfSeveralUsers(key.At("UserName"), name, string.Join(", ", owners.Keys)));
        }

        (string account, string arn) = owners.Single();
        string status = key.Text("Status");
        if (status is not ("Active" or "Inactive" or "Expired"))
        {
            throw new UnreadableRecordException(AwsProblems.Input.WrongMember(key.At("Status"), "Active or Inactive"));
        }

        string content = new FactContent().Text("AccessKeyId", id).Text("UserName", name).Text("UserArn", arn).Text("Status", status).Text("CreateDate", key.Date("CreateDate")).ToString();
        if (ledger.Find(account, AwsDatasets.AccessKeys, id) is not { } first)
        {
            ledger.Add(account, AwsDatasets.AccessKeys, id, content, key.Locator);
            keysByUser[arn] = keysByUser.GetValueOrDefault(arn) + 1;
        }
        else if (first.Content != content)
        {
            key.Faults.Missing(AwsProblems.Input.DuplicateRecord(key.Locator, id, first.Locator));
        }

        return account;
    }
}
