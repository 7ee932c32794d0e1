using System.Text.Json;
using NhiGraph.Loaders.Drafts;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Loaders.Aws.Derive.ResourcePolicies;

/// <summary>What was read of the resources of an account that have a say of their own: their policies, what blocks public access to buckets, and the keys that buckets encrypt with.</summary>
internal sealed class ResourceReadings
{
    private readonly Dictionary<string, bool> restricts = new(StringComparer.Ordinal);
    private readonly string account;

    internal ResourceReadings(IEnumerable<(FactKey Fact, JsonElement Content)> facts, PolicyCollector collector, string account)
    {
        this.account = account;
        foreach ((FactKey fact, JsonElement content) in facts)
        {
            string arn = content.Text("ResourceARN") ?? account;
            if (content.Member("PublicAccessBlock") is { } block)
            {
                restricts[arn] = block.Flag("RestrictPublicBuckets") == true;
            }
            else if (content.Member("Encryption") is { } encryption)
            {
                // A key of AWS's own is for all who may use the service.
                if (encryption.Text("KeyArn") is { } key)
                {
                    Keys.Add((fact, arn, key));
                }
            }
            else if (content.Flag("NoPolicy") == true)
            {
                Policies[arn] = new(arn, fact, []);
            }
            else if (collector.OfResource(fact, arn, content.Member("Policy")) is { } statements)
            {
                Policies[arn] = new(arn, fact, statements);
            }
        }
    }

    /// <summary>By ARN, those that could be read.</summary>
    internal SortedDictionary<string, ResourcePolicy> Policies { get; } = new(StringComparer.Ordinal);

    /// <summary>Buckets that encrypt what is put into them with a key of the customer's.</summary>
    internal List<(FactKey Fact, string Bucket, string Key)> Keys { get; } = [];

    internal bool IsRead(string arn) => Policies.ContainsKey(arn);

    /// <summary>Whether a public policy of the bucket lets in nobody from outside of the account; null where not all that says so was read.</summary>
    internal bool? Restricts(string bucket) => restricts.GetValueOrDefault(bucket) || restricts.GetValueOrDefault(account) ? true
        : restricts.ContainsKey(bucket) && restricts.ContainsKey(account) ? false : null;
}
