using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Aws.Data;
using NhiGraph.Loaders.Aws.Policy;
using NhiGraph.Loaders.Drafts;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Loaders.Aws.Derive;

/// <summary>Every resource that a fact of the account lists or names, with its place in the containment tree account &gt; service &gt; resource.</summary>
internal sealed class ResourceCatalog(AccountFacts facts, ActionTable table, GraphDraft draft)
{
    private readonly Dictionary<string, CatalogEntry> byArn = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<CatalogEntry>> placed = new(StringComparer.Ordinal);
    private readonly HashSet<string> services = new(StringComparer.Ordinal);
    private readonly SortedSet<string> untyped = new(StringComparer.Ordinal);

    /// <summary>Those of this account, by service.</summary>
    internal IReadOnlyDictionary<string, List<CatalogEntry>> Placed => placed;

    /// <summary>Those of other accounts, or of nobody knows which.</summary>
    internal List<CatalogEntry> Elsewhere { get; } = [];

    internal IEnumerable<string> Untyped => untyped;

    internal CatalogEntry? Find(string arn) => byArn.GetValueOrDefault(arn);

    /// <summary>A resource that a source lists: it is this account's.</summary>
    internal CatalogEntry List(FactKey fact, string arn, NodeKinds kinds, string name, int weight, params ReadOnlySpan<(string Name, string? Value)> properties)
    {
        CatalogEntry entry = Add(fact, ArnPattern.Parse(arn), listed: true);
        draft.Node(fact, entry.Key, kinds, name, weight, [.. Properties(entry), (PropertyNames.Known, "true"), .. properties]);
        return entry;
    }

    /// <summary>A resource that a policy names; an object names its bucket, a path of a domain its domain. Returns null where the ARN is no resource of its own.</summary>
    internal CatalogEntry? Name(FactKey fact, string pattern)
    {
        ArnPattern arn = ArnPattern.Parse(WholeOf(pattern) ?? pattern);
        if (!arn.IsLiteral || pattern.Contains("${", StringComparison.Ordinal) || arn.Account == "aws" || arn.Resource.Length == 0 || arn.Service is "" or "sts"
            || (arn.Service == "iam" && (arn.Resource.StartsWith("group/", StringComparison.Ordinal) || arn.Resource == "root" || arn.Resource.StartsWith("assumed-role/", StringComparison.Ordinal))))
        {
            return null;
        }

        CatalogEntry entry = Add(fact, arn, listed: false);
        draft.Node(fact, entry.Key, NodeKinds.Resource, NameOf(arn), 0, [.. Properties(entry), (PropertyNames.Known, "false")]);
        return entry;
    }

    /// <summary>The ARN of what a pattern for a part of it is about: an object's bucket, a path's domain; null for others.</summary>
    internal static string? WholeOf(string pattern) => BucketOf(pattern) ?? ActionTable.Instance.WholeOf(pattern);

    /// <summary>The ARN of the bucket that an S3 pattern with a literal bucket name is about; null for others.</summary>
    private static string? BucketOf(string pattern)
    {
        string[] parts = pattern.Split(':', 6);
        if (parts.Length < 6 || parts[0] != "arn" || parts[2] != "s3" || parts[3].Length > 0 || parts[4].Length > 0)
        {
            return null;
        }

        string bucket = parts[5].Split('/')[0];
        return bucket.Length == 0 || Glob.IsWild(bucket) || Glob.IsWild(parts[1]) || bucket.Contains('$', StringComparison.Ordinal) ? null : string.Join(':', parts[..5]) + ":" + bucket;
    }

    /// <summary>Nodes of account and services, and the tree. Buckets that nobody listed get their place in the join, when it is known that no other account has them.</summary>
    internal void AddTree(FactKey anyFact)
    {
        AccountNode(anyFact, facts.Account, known: true);
        foreach (CatalogEntry entry in byArn.Values.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            if (entry.Home is null && entry.Type == ResourceType.Bucket)
            {
                draft.Term(JoinSide.Offer, AwsKeys.BucketTerm(entry.Arn.Resource), JoinTerms.Bucket(entry));
                continue;
            }

            ServiceNode(entry.Fact, entry.Home, entry.Service);
            draft.Edge(new(EdgeKind.Contains, entry.Container, entry.Key, Certainty.Proved), new Support(entry.Fact, null, $"{entry.Arn.Text} is a resource of {entry.Service}", null));
            if (entry.Placed && entry.Kind == table.Bucket)
            {
                draft.Term(JoinSide.Ask, AwsKeys.BucketTerm(entry.Arn.Resource), JoinTerms.Bucket(entry));
            }
        }
    }

    /// <param name="home">Null for what is nobody knows where.</param>
    internal string ServiceNode(FactKey fact, string? home, string service)
    {
        string account = home is null ? AwsKeys.Unplaced : AwsKeys.Account(home);
        string key = $"{account}/{service}";
        if (!services.Add(key))
        {
            return key;
        }

        AccountNode(fact, home, known: home == facts.Account);
        draft.Node(fact, key, NodeKinds.Resource, service, 0, (PropertyNames.ResourceType, ResourceType.Service.Text()), (PropertyNames.Container, "true"), (PropertyNames.Scope, home is null ? null : account));
        draft.Edge(new(EdgeKind.Contains, account, key, Certainty.Proved), new Support(fact, null, $"{service} is a service of {(home is null ? "an account that is not known" : "account " + home)}", null));
        return key;
    }

    internal static (string Name, string? Value)[] TypeProperties(ResourceType type) => [(PropertyNames.ResourceType, type.Text()), (PropertyNames.Container, Vocabulary.TraitsOf(type) == ResourceTraits.Container ? "true" : "false")];

    private void AccountNode(FactKey fact, string? home, bool known) =>
        draft.Node(fact, home is null ? AwsKeys.Unplaced : AwsKeys.Account(home), NodeKinds.Resource, home is null ? "resources of an unknown account" : "AWS account " + home, known ? 1 : 0,
            (PropertyNames.ResourceType, ResourceType.Account.Text()), (PropertyNames.Container, "true"), (PropertyNames.Scope, home is null ? null : AwsKeys.Account(home)), (PropertyNames.Known, known ? "true" : "false"));

    private CatalogEntry Add(FactKey fact, ArnPattern arn, bool listed)
    {
        if (byArn.TryGetValue(arn.Text, out CatalogEntry? known))
        {
            return known;
        }

        int kind = table.KindOf(arn);
        if (kind < 0)
        {
            untyped.Add(arn.Text);
        }

        string? home = arn.Account.Length > 0 ? arn.Account : listed ? facts.Account : null;
        var entry = new CatalogEntry(AwsKeys.OfArn(arn.Text), arn, kind, kind < 0 ? ResourceType.Unknown : table.Kinds[kind].Type, arn.Service, home, home == facts.Account, fact);
        byArn.Add(arn.Text, entry);
        if (!entry.Placed)
        {
            Elsewhere.Add(entry);
        }
        else if (placed.TryGetValue(entry.Service, out List<CatalogEntry>? list))
        {
            list.Add(entry);
        }
        else
        {
            placed.Add(entry.Service, [entry]);
        }

        return entry;
    }

    private (string Name, string? Value)[] Properties(CatalogEntry entry) =>
    [
        .. TypeProperties(entry.Type),
        (PropertyNames.ProviderType, entry.Kind < 0 ? null : table.Kinds[entry.Kind].Name),
        (PropertyNames.Scope, entry.Home is null ? null : AwsKeys.Account(entry.Home)),
    ];

    private static string NameOf(ArnPattern arn) => arn.Resource[(arn.Resource.LastIndexOfAny(['/', ':']) + 1)..] is { Length: > 0 } last ? last : arn.Resource;
}
