using System.Globalization;
using System.Text.Json;
using NhiGraph.Loaders.Input;
using NhiGraph.Loaders.Runs;

namespace NhiGraph.Loaders.Aws.Read;

/// <summary>
/// Reads <c>aws resourcegroupstaggingapi get-resources</c>. One file is of one account, so a resource whose ARN names none (a bucket) is of the account that the others name, or the only one of the load.
/// </summary>
internal sealed class TaggedResourceReading(ReadingLedger ledger)
{
    /// <exception cref="RefusedInputException">A document is not what the command prints.</exception>
    public void Read(IReadOnlyList<ExportDocument> documentsOfFile)
    {
        List<(JsonElement Item, string Locator)> resources = [.. documentsOfFile.SelectMany(Items)];
        string[] named = [.. resources.Select(resource => AccountOf(resource.Item)).OfType<string>().Distinct()];
        string? ofFile = named.Length == 1 ? named[0] : named.Length == 0 && ledger.Accounts.Count == 1 ? ledger.Accounts.Single() : null;
        foreach ((JsonElement item, string locator) in resources)
        {
            var faults = new RecordFaults(AwsProblems.Input);
            string? account = null;
            try
            {
                account = Keep(RecordReader.Of(item, locator, faults), ofFile);
            }
            catch (UnreadableRecordException unreadable)
            {
                faults.Missing(unreadable.Problem);
            }

            ledger.Report(faults, account, AwsDatasets.TaggedResources);
        }

        if (ofFile is not null)
        {
            ledger.AddAccount(ofFile);
            ledger.Given(ofFile, AwsDatasets.TaggedResources);
        }
    }

    /// <summary>What has no tag is in no listing of any region: never complete.</summary>
    public void Close()
    {
        foreach (string account in ledger.Accounts)
        {
            ledger.Partial(account, AwsDatasets.TaggedResources);
        }
    }

    private static IEnumerable<(JsonElement Item, string Locator)> Items(ExportDocument document)
    {
        if (IamPage.Root(document).Element("ResourceTagMappingList") is not { ValueKind: JsonValueKind.Array } resources)
        {
            throw IamPage.WrongShape(document.Place, "an object with the list ResourceTagMappingList");
        }

        return resources.EnumerateArray().Select((item, i) => (item, document.At(string.Create(CultureInfo.InvariantCulture, $"/ResourceTagMappingList/{i}"))));
    }

    private string Keep(RecordReader resource, string? ofFile)
    {
        string arn = resource.Text("ResourceARN");
        if (ResourceArn.Of(arn) is not { } form)
        {
            throw new UnreadableRecordException(AwsProblems.WrongArn(resource.At("ResourceARN"), arn, "the ARN of a resource"));
        }

        string account = form.Account is { Length: > 0 } own ? own
            : ofFile ?? throw new UnreadableRecordException(AwsProblems.ResourceWithoutAccount(resource.At("ResourceARN"), arn));
        string content = new FactContent().Text("ResourceARN", arn).Set("Tags", IamRecords.Tags(resource)).ToString();
        ledger.Keep(account, AwsDatasets.TaggedResources, arn, content, resource.Locator, resource.Faults);
        return account;
    }

    private static string? AccountOf(JsonElement item)
    {
        try
        {
            return RecordReader.Of(item, "", new RecordFaults(AwsProblems.Input)).Element("ResourceARN") is { } arn && RecordReader.TextOf(arn) is { } text && ResourceArn.Of(text) is { Account: { Length: > 0 } account } ? account : null;
        }
        catch (UnreadableRecordException)
        {
            return null;
        }
    }
}
