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
        string id = CredentialRecord.Id(key, "AccessKeyId", "the id of an access key, 16 to 128 capital letters and digits");
        (string account, string arn) = users.OwnerOf(key);
        string status = CredentialRecord.Status(key);
        string content = new FactContent().Text("AccessKeyId", id).Text("UserName", key.Text("UserName")).Text("UserArn", arn).Text("Status", status).Text("CreateDate", key.Date("CreateDate")).ToString();
        if (ledger.Keep(account, AwsDatasets.AccessKeys, id, content, key.Locator, key.Faults))
        {
            keysByUser[arn] = keysByUser.GetValueOrDefault(arn) + 1;
        }

        return account;
    }
}
