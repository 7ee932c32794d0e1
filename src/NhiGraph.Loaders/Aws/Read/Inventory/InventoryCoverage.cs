using NhiGraph.Loaders.Aws.Data;
using NhiGraph.Loaders.Input;

namespace NhiGraph.Loaders.Aws.Read.Inventory;

/// <summary>
/// What of an inventory was given. A dataset is complete where the account's regions are known, its listing was given of each to the last page (of each cluster, where it is asked cluster by cluster), and each thing listed was described.
/// </summary>
internal sealed class InventoryCoverage(ReadingLedger ledger)
{
    private sealed record Listing(string Dataset, string Account, string? Region, string? Container);

    private readonly Dictionary<string, SortedSet<string>> regions = new(StringComparer.Ordinal);
    private readonly Dictionary<Listing, bool> whole = [];
    private readonly Dictionary<Listing, SortedSet<string>> containers = [];
    private readonly SortedDictionary<(string Account, string Dataset), SortedDictionary<string, string>> expected = [];
    private readonly SortedDictionary<string, string> places = new(StringComparer.Ordinal);

    internal void Regions(string account, IEnumerable<string> names, string place)
    {
        (regions.TryGetValue(account, out SortedSet<string>? known) ? known : regions[account] = new(StringComparer.Ordinal)).UnionWith(names);
        ledger.AddAccount(account);
        places.TryAdd(account, place);
    }

    /// <param name="more">Another page follows, or something of this one is missing.</param>
    internal void Read(WorkloadDocument document, string account, string? region, string? container, List<string> listed, bool more, string place)
    {
        ledger.AddAccount(account);
        ledger.Given(account, document.Kind.Dataset);
        places.TryAdd(account, place);
        if (document.IsContainers)
        {
            Listing listing = ContainersOf(document.Kind, account, region);
            (containers.TryGetValue(listing, out SortedSet<string>? known) ? known : containers[listing] = new(StringComparer.Ordinal)).UnionWith(listed);
            whole[listing] = whole.GetValueOrDefault(listing) || !more;
        }
        else if (document.Lists)
        {
            var listing = new Listing(document.Kind.Dataset, account, document.Kind.Global ? null : region, document.Kind.Containers is null ? null : container);
            whole[listing] = whole.GetValueOrDefault(listing) || !more;
        }
    }

    internal void Expect(WorkloadKind kind, string account, string arn, string locator) =>
        (expected.TryGetValue((account, kind.Dataset), out SortedDictionary<string, string>? arns) ? arns : expected[(account, kind.Dataset)] = new(StringComparer.Ordinal)).TryAdd(arn, locator);

    internal void Close()
    {
        foreach ((string account, string place) in places)
        {
            GiveEmpty(account);
            WorkloadKind[] given = [.. WorkloadKind.All.Where(kind => ledger.IsGiven(account, kind.Dataset))];
            bool known = regions.ContainsKey(account);
            List<string> missing = known || Array.TrueForAll(given, kind => kind.Global) ? [] : ["aws ec2 describe-regions was not given."];
            foreach (WorkloadKind kind in given)
            {
                bool described = Described(account, kind);
                if (kind.Global)
                {
                    if (!whole.GetValueOrDefault(new(kind.Dataset, account, null, null)))
                    {
                        missing.Add($"{kind.Commands[0].Command}.");
                        ledger.Partial(account, kind.Dataset);
                    }
                    else if (!described)
                    {
                        ledger.Partial(account, kind.Dataset);
                    }

                    continue;
                }

                string[] gaps = [.. regions.GetValueOrDefault(account, []).Where(region => !Whole(account, region, kind))];
                if (gaps.Length > 0)
                {
                    missing.Add($"{kind.Commands[0].Command} of {string.Join(", ", gaps.Take(6))}{(gaps.Length > 6 ? $" and {gaps.Length - 6} more regions" : "")}.");
                }

                if (!described || gaps.Length > 0 || !known)
                {
                    ledger.Partial(account, kind.Dataset);
                }
            }

            if (missing.Count > 0)
            {
                ledger.Report(AwsProblems.InventoryIncomplete(place, account, string.Join(' ', missing.Take(4)) + (missing.Count > 4 ? $" And {missing.Count - 4} more." : "")));
            }
        }
    }

    /// <summary>Where there is no cluster, nothing is in one, and nobody can list it.</summary>
    private void GiveEmpty(string account)
    {
        foreach (WorkloadKind kind in WorkloadKind.All.Where(kind => kind.Containers is not null && regions.GetValueOrDefault(account, []) is { Count: > 0 } known && known.All(region => ContainersOf(kind, account, region) is var listing && whole.GetValueOrDefault(listing) && containers[listing].Count == 0)))
        {
            ledger.Given(account, kind.Dataset);
        }
    }

    /// <summary>Several kinds may be asked for cluster by cluster of the same.</summary>
    private static Listing ContainersOf(WorkloadKind kind, string account, string? region) => new(kind.Containers!.Command, account, region, null);

    private bool Described(string account, WorkloadKind kind)
    {
        bool all = true;
        foreach ((string arn, string locator) in expected.GetValueOrDefault((account, kind.Dataset), []))
        {
            if (ledger.Find(account, kind.Dataset, arn) is null)
            {
                all = false;
                ledger.Report(AwsProblems.WorkloadNotDescribed(locator, arn, kind.Commands[^1].Command));
            }
        }

        return all;
    }

    private bool Whole(string account, string region, WorkloadKind kind)
    {
        if (kind.Containers is null)
        {
            return whole.GetValueOrDefault(new(kind.Dataset, account, region, null));
        }

        Listing listing = ContainersOf(kind, account, region);
        return whole.GetValueOrDefault(listing) && containers[listing].All(container => whole.GetValueOrDefault(new(kind.Dataset, account, region, container)));
    }
}
