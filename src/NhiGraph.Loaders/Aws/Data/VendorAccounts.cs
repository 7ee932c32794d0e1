using System.Collections.Frozen;

namespace NhiGraph.Loaders.Aws.Data;

/// <summary>Accounts that vendors publish as theirs (<c>vendor-accounts.tsv</c>).</summary>
internal static class VendorAccounts
{
    private static readonly FrozenDictionary<string, string> Vendors = AwsData.Lines("vendor-accounts.tsv").ToFrozenDictionary(line => line[0], line => line[1], StringComparer.Ordinal);

    internal static IReadOnlyDictionary<string, string> All => Vendors;

    /// <summary>Null for an account that no vendor is known to have.</summary>
    internal static string? Of(string account) => Vendors.GetValueOrDefault(account);
}
