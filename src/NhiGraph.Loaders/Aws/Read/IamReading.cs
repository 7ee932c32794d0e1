using System.Globalization;
using System.Text.Json;
using NhiGraph.Loaders.Input;

namespace NhiGraph.Loaders.Aws.Read;

/// <summary>Reads the authorization details of a load: pages one by one, then what can only be told once all are there.</summary>
internal sealed class IamReading(ReadingLedger ledger)
{
    private static readonly IamList Policies = IamList.All.Single(list => list.Dataset == AwsDatasets.Policies);

    private readonly List<IamPage> pages = [];
    private readonly List<PolicyOfAws> policiesOfAws = [];
    private readonly IamMentions mentions = new();

    /// <exception cref="Runs.RefusedInputException">The document is not what the command prints.</exception>
    public void Read(ExportDocument document)
    {
        IamPage page = IamPage.Of(document, out IReadOnlyDictionary<string, JsonElement> lists);
        pages.Add(page);
        foreach (IamList list in IamList.All)
        {
            if (lists.TryGetValue(list.Member, out JsonElement items))
            {
                int i = 0;
                foreach (JsonElement item in items.EnumerateArray())
                {
                    ReadItem(page, list, item, document.At(string.Create(CultureInfo.InvariantCulture, $"/{list.Member}/{i++}")));
                }
            }
        }
    }

    /// <summary>Tells missing pages, policies and groups, and gives the policies of AWS to the accounts that name them.</summary>
    public void Close()
    {
        GivePagesAnAccount();
        string[] accounts = [.. pages.SelectMany(page => page.Accounts).Distinct().Order(StringComparer.Ordinal)];
        foreach (string account in accounts)
        {
            ledger.AddAccount(account);
            foreach (IamList list in IamList.All.Where(list => PagesOf(account).Any(page => page.Lists.Contains(list.Member))))
            {
                ledger.Given(account, list.Dataset);
            }
        }

        foreach (PolicyOfAws policy in policiesOfAws)
        {
            Place(policy);
        }

        foreach (string account in accounts)
        {
            TellMissing(account, [.. PagesOf(account)]);
        }
    }

    private IEnumerable<IamPage> PagesOf(string account) => pages.Where(page => page.Accounts.Contains(account));

    /// <summary>Where the first page with this account has its users.</summary>
    public string? UsersOf(string account) => PagesOf(account).FirstOrDefault()?.Place + "/UserDetailList";

    private void ReadItem(IamPage page, IamList list, JsonElement item, string locator)
    {
        var faults = new RecordFaults(AwsProblems.Input);
        string? account = null;
        try
        {
            RecordReader record = RecordReader.Of(item, locator, faults);
            string arn = record.Text("Arn");
            IamArn name = IamArn.Of(arn) is { } found && found.Type == list.ArnType && (found.Account != IamArn.OfAws || list == Policies)
                ? found
                : throw new UnreadableRecordException(AwsProblems.WrongArn(record.At("Arn"), arn, $"the ARN of a {list.ArnType} of an account"));
            if (name.Account == IamArn.OfAws)
            {
                policiesOfAws.Add(new PolicyOfAws(page, arn, list.Fact(record).ToString(), locator, faults));
                return;
            }

            account = name.Account;
            page.Accounts.Add(account);
            string content = list.Fact(record).ToString();
            mentions.Note(account, list, record);
            Keep(account, list.Dataset, arn, content, locator, faults);
        }
        catch (UnreadableRecordException unreadable)
        {
            faults.Missing(unreadable.Problem);
        }

        ledger.Report(faults, account, list.Dataset);
    }

    private void Keep(string account, string dataset, string arn, string content, string locator, RecordFaults faults)
    {
        if (ledger.Find(account, dataset, arn) is { } first)
        {
            faults.Missing(AwsProblems.Input.DuplicateRecord(locator, arn, first.Locator));
            return;
        }

        ledger.Add(account, dataset, arn, content, locator);
    }

    /// <summary>A page that has only policies of AWS belongs to the pages before it, or after it.</summary>
    private void GivePagesAnAccount()
    {
        for (int i = 1; i < pages.Count; i++)
        {
            pages[i].Accounts = pages[i].Accounts.Count == 0 ? pages[i - 1].Accounts : pages[i].Accounts;
        }

        for (int i = pages.Count - 2; i >= 0; i--)
        {
            pages[i].Accounts = pages[i].Accounts.Count == 0 ? pages[i + 1].Accounts : pages[i].Accounts;
        }
    }

    private void Place(PolicyOfAws policy)
    {
        string[] naming = [.. policy.Page.Accounts.Where(account => mentions.Names(account, policy.Arn))];
        foreach (string account in naming.Length > 0 ? naming : [.. policy.Page.Accounts])
        {
            // Two accounts' exports in one load each bring it: only a difference is worth telling.
            if (ledger.Find(account, AwsDatasets.Policies, policy.Arn)?.Content != policy.Content)
            {
                Keep(account, AwsDatasets.Policies, policy.Arn, policy.Content, policy.Locator, policy.Faults);
            }

            if (policy.Faults.Partial)
            {
                ledger.Partial(account, AwsDatasets.Policies);
            }
        }

        foreach (var problem in policy.Faults.Problems)
        {
            ledger.Report(problem);
        }
    }

    private void TellMissing(string account, IamPage[] own)
    {
        if (own.All(page => page.Truncated))
        {
            ledger.Report(AwsProblems.PagesMissing(own[^1].Place, account));
            foreach (IamList list in IamList.All)
            {
                ledger.Partial(account, list.Dataset);
            }

            // What a missing page would have listed is not told one by one.
            return;
        }

        if (own.Any(page => page.Lists.Contains(Policies.Member)))
        {
            foreach ((string arn, string locator) in mentions.Attached(account).Where(policy => ledger.Find(account, AwsDatasets.Policies, policy.Arn) is null))
            {
                ledger.Report(AwsProblems.PolicyNotListed(locator, arn));
                ledger.Partial(account, AwsDatasets.Policies);
            }
        }

        if (own.Any(page => page.Lists.Contains("GroupDetailList")))
        {
            foreach ((string group, string locator) in mentions.GroupsNotListed(account))
            {
                ledger.Report(AwsProblems.GroupNotListed(locator, group));
                ledger.Partial(account, AwsDatasets.Groups);
            }
        }
    }

    private sealed record PolicyOfAws(IamPage Page, string Arn, string Content, string Locator, RecordFaults Faults);
}
