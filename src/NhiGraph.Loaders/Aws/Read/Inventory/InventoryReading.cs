using System.Text.Json;
using System.Text.RegularExpressions;
using NhiGraph.Loaders.Aws.Data;
using NhiGraph.Loaders.Input;
using NhiGraph.Loaders.Runs;

namespace NhiGraph.Loaders.Aws.Read.Inventory;

/// <summary>
/// Reads what lists and describes workloads (<see cref="WorkloadKind"/>), each document known by its command's members, and <c>aws ec2 describe-regions</c>. Where the items do not name their account and region,
/// those stand beside the list as <c>Account</c> and <c>Region</c>, and what it was asked of as <c>Cluster</c>.
/// </summary>
internal sealed partial class InventoryReading(ReadingLedger ledger)
{
    private readonly InventoryCoverage coverage = new(ledger);
    private readonly string? only = ledger.Accounts.Count == 1 ? ledger.Accounts.Single() : null;

    /// <exception cref="RefusedInputException">The document is not what one of the commands prints.</exception>
    internal void Read(ExportDocument document)
    {
        RecordReader root = IamPage.Root(document);
        if (root.Element("Regions") is not null)
        {
            Regions(document);
        }
        else if (WorkloadDocument.Of(root) is { } known)
        {
            Read(document, known);
        }
        else
        {
            throw IamPage.WrongShape(document.Place, "what one of the commands prints that Aws/README.md lists for --inventory");
        }
    }

    internal void Close() => coverage.Close();

    private void Regions(ExportDocument document)
    {
        var faults = new RecordFaults(AwsProblems.Input);
        string? account = null;
        try
        {
            var outer = InventoryItem.Of(document.Root, document.Place, faults, null);
            account = AccountOf(outer) ?? throw new UnreadableRecordException(AwsProblems.WorkloadNotPlaced(document.Place, "account"));
            List<string> names = [];
            foreach ((JsonElement element, string locator, _) in outer.Below("Regions"))
            {
                RecordReader region = RecordReader.Of(element, locator, faults);
                if (region.OptionalText("OptInStatus") != "not-opted-in")
                {
                    names.Add(RegionOf(region.Text("RegionName"), region.At("RegionName")));
                }
            }

            coverage.Regions(account, names, document.Place);
        }
        catch (UnreadableRecordException unreadable)
        {
            faults.Missing(unreadable.Problem);
        }

        foreach (Storage.Runs.Problem problem in faults.Problems)
        {
            ledger.Report(problem);
        }
    }

    private void Read(ExportDocument document, WorkloadDocument known)
    {
        var faults = new RecordFaults(AwsProblems.Input);
        var seen = new SortedSet<(string Account, string Region)>();
        var listed = new List<string>();
        string? account = null, region = null, container = null;
        bool more = false;
        try
        {
            var outer = InventoryItem.Of(document.Root, document.Place, faults, null);
            account = AccountOf(outer);
            region = outer.Find("Region") is { } said ? RegionOf(said, document.At("/Region")) : null;
            container = outer.Find("Cluster");
            more = WorkloadDocument.NextPage.Any(member => outer.Find(member) is not null);
            foreach ((JsonElement element, string locator, InventoryItem around) in known.Command.Items.Length == 0 ? [(document.Root, document.Place, outer)] : outer.Below(known.Command.Items))
            {
                Item(element, locator, around, known, account, region, seen, listed, ref container);
            }
        }
        catch (UnreadableRecordException unreadable)
        {
            faults.Missing(unreadable.Problem);
        }

        account = seen.Count > 0 && seen.All(place => place.Account == seen.Min.Account) ? seen.Min.Account : account;
        ledger.Report(faults, account, known.Kind.Dataset);
        if (account is not null)
        {
            region ??= seen.Count > 0 && seen.All(place => place.Region == seen.Min.Region) ? seen.Min.Region : null;
            coverage.Read(known, account, region, container, listed, more || faults.Partial, document.Place);
        }
    }

    private void Item(JsonElement element, string locator, InventoryItem around, WorkloadDocument known, string? account, string? region, SortedSet<(string, string)> seen, List<string> listed, ref string? container)
    {
        var faults = new RecordFaults(AwsProblems.Input);
        try
        {
            var item = InventoryItem.Of(element, locator, faults, around);
            if (known.IsContainers)
            {
                listed.Add(item.Text ?? throw new UnreadableRecordException(AwsProblems.Input.WrongMember(locator, "a text that is not empty")));
                return;
            }

            string arn = Arn(item, known.Command, account, region);
            ResourceArn place = ResourceArn.Of(arn) is { } found && (known.Kind.Global || found is { Account.Length: > 0, Region.Length: > 0 }) ? found : throw new UnreadableRecordException(AwsProblems.WrongArn(locator, arn, "the ARN of a workload or resource"));
            // A bucket's names no account.
            account = place.Account.Length > 0 ? place.Account : account ?? throw new UnreadableRecordException(AwsProblems.WorkloadNotPlaced(locator, "account"));
            seen.Add((account, place.Region));
            container ??= known.Kind.Container is { } member ? item.Find(member) : null;
            if (known.Lists)
            {
                coverage.Expect(known.Kind, account, arn, locator);
            }

            if (known.Describes)
            {
                ledger.Keep(account, known.Kind.Dataset, arn, WorkloadRecord.Of(known.Kind, item, arn), locator, faults);
            }
        }
        catch (UnreadableRecordException unreadable)
        {
            faults.Missing(unreadable.Problem);
        }

        ledger.Report(faults, account, known.Kind.Dataset);
    }

    private static string Arn(InventoryItem item, WorkloadCommand command, string? account, string? region)
    {
        account = command.Account is { } owner && item.Find(owner) is { } named ? named : account;
        region ??= command.Zone is { } zone && item.Find(zone) is { } at && Zone().Match(at) is { Success: true } match ? match.Groups["region"].Value : null;
        foreach ((string name, string? place) in (ReadOnlySpan<(string, string?)>)[("account", account), ("region", region)])
        {
            if (place is null && command.Arn.Contains("{" + name + "}", StringComparison.Ordinal))
            {
                throw new UnreadableRecordException(AwsProblems.WorkloadNotPlaced(item.Locator, name));
            }
        }

        return Template.Fill(command.Arn, name => name switch { "account" => account, "region" => region, "partition" => Template.PartitionOf(region ?? ""), _ => item.Find(name) })
            ?? throw new UnreadableRecordException(AwsProblems.Input.WrongMember(item.Locator, $"an item with the members of {command.Arn}"));
    }

    private string? AccountOf(InventoryItem document) => document.Find("Account") is not { } said ? only
        : Account().IsMatch(said) ? said
        : throw new UnreadableRecordException(AwsProblems.Input.WrongMember(document.Locator + "/Account", "the id of an account"));

    private static string RegionOf(string text, string locator) =>
        Region().IsMatch(text) ? text : throw new UnreadableRecordException(AwsProblems.Input.WrongMember(locator, "the name of a region"));

    [GeneratedRegex("^[0-9A-Za-z-]{1,64}$", RegexOptions.CultureInvariant)]
    private static partial Regex Account();

    [GeneratedRegex("^[a-z]{2,3}(-[a-z]+)+-[0-9]{1,2}$", RegexOptions.CultureInvariant)]
    private static partial Regex Region();

    [GeneratedRegex("^(?<region>[a-z]{2,3}(-[a-z]+)+-[0-9]{1,2})([a-z]|-)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Zone();
}
