using System.Collections.Immutable;
using System.Text.Json;
using NhiGraph.Loaders.Aws.Derive;
using NhiGraph.Loaders.Aws.Policy;
using NhiGraph.Loaders.Drafts;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Loaders.Aws.Access;

/// <summary>Finds what the facts of one account say of a principal or a resource, and compiles that alone.</summary>
internal sealed class StoredPolicies(Func<string, string, IAsyncEnumerable<Fact>> facts, string account)
{
    private readonly string scope = AwsDatasets.ScopeOf(account);

    /// <summary>Null where no fact tells of it.</summary>
    internal async Task<PrincipalPolicies?> OfAsync(RequestPrincipal asking, CancellationToken cancellation)
    {
        bool user = asking.Kind == RequestPrincipalKind.User;
        if (await FindAsync(user ? AwsDatasets.Users : AwsDatasets.Roles, asking.Arn, cancellation).ConfigureAwait(false) is not { } fact)
        {
            return null;
        }

        var principal = new Principal(user ? PrincipalKind.User : PrincipalKind.Role, fact.Id, FactJson.Parse(fact));
        List<(string Name, string List, JsonElement Content)> holders = [(principal.Name, user ? "UserPolicyList" : "RolePolicyList", principal.Content)];
        if (user)
        {
            HashSet<string> groups = [.. principal.Content.Texts("GroupList")];
            await foreach (Fact group in facts(scope, AwsDatasets.Groups).WithCancellation(cancellation).ConfigureAwait(false))
            {
                JsonElement content = FactJson.Parse(group);
                if (content.Text("GroupName") is { } name && groups.Contains(name))
                {
                    holders.Add((name, "GroupPolicyList", content));
                }
            }
        }

        HashSet<string> wanted = [.. holders.SelectMany(holder => holder.Content.List("AttachedManagedPolicies")).Select(attached => attached.Text("PolicyArn")).OfType<string>()];
        Dictionary<string, JsonElement> managed = (await FindAsync(AwsDatasets.Policies, principal.BoundaryArn is { } limit ? [.. wanted, limit] : wanted, cancellation).ConfigureAwait(false)).ToDictionary(pair => pair.Key, pair => FactJson.Parse(pair.Value), StringComparer.Ordinal);
        var policies = ImmutableArray.CreateBuilder<NamedPolicy>();
        foreach ((string name, string list, JsonElement content) in holders)
        {
            policies.AddRange(content.List(list).Select(policy => Compile($"{policy.Text("PolicyName")} of {name}", AwsPolicyKind.Identity, policy.IsUnreadable() ? null : policy.Member("PolicyDocument"))));
        }

        policies.AddRange(wanted.Order(StringComparer.Ordinal).Select(arn => OfManaged(arn, AwsPolicyKind.Identity, managed)));
        return new(policies.ToImmutable(), principal.BoundaryArn is { } boundary ? [OfManaged(boundary, AwsPolicyKind.Boundary, managed)] : [], principal.FixedTags);
    }

    /// <summary>Null where its organisation's policies were not read.</summary>
    internal async Task<OrganizationPolicies?> OrganizationAsync(CancellationToken cancellation)
    {
        if (await FindAsync(AwsDatasets.Organization, account, cancellation).ConfigureAwait(false) is not { } fact)
        {
            return null;
        }

        JsonElement content = FactJson.Parse(fact);
        ImmutableArray<ImmutableArray<NamedPolicy>> Levels(string member, AwsPolicyKind role) => [.. content.List(member).Select(level => level.List("Policies")
            .Select(policy => Compile(Organization.NameOf(policy, level), role, policy.Member("Document"))).ToImmutableArray())];
        bool manages = content.Flag("ManagementAccount") == true;
        return new(content.Text("OrganizationId"), manages, manages ? [] : Levels("ServiceControl", AwsPolicyKind.Scp), manages ? [] : Levels("ResourceControl", AwsPolicyKind.Rcp));
    }

    internal async Task<ResourceFacts> OfResourceAsync(string arn, CancellationToken cancellation)
    {
        if (arn.Contains(":role/", StringComparison.Ordinal) && await FindAsync(AwsDatasets.Roles, arn, cancellation).ConfigureAwait(false) is { } role)
        {
            var principal = new Principal(PrincipalKind.Role, role.Id, FactJson.Parse(role));
            JsonElement? trust = principal.Content.Member("AssumeRolePolicyDocument");
            NamedPolicy? read = trust is { } document && !document.IsUnreadable() ? Compile($"trust policy of {principal.Name}", AwsPolicyKind.Resource, document) : null;
            return new(principal.Tags, read, read is not null);
        }

        if (arn.Contains(":user/", StringComparison.Ordinal) && await FindAsync(AwsDatasets.Users, arn, cancellation).ConfigureAwait(false) is { } user)
        {
            return new(TagReader.TagsOf(FactJson.Parse(user)), null, true);
        }

        Dictionary<string, string>? tags = await FindAsync(AwsDatasets.TaggedResources, arn, cancellation).ConfigureAwait(false) is { } listed ? TagReader.TagsOf(FactJson.Parse(listed)) : null;
        string of = ResourceCatalog.WholeOf(arn) ?? arn;
        Dictionary<string, Fact> told = await FindAsync(AwsDatasets.ResourcePolicies, [of, of + "#encryption"], cancellation).ConfigureAwait(false);
        string? key = told.TryGetValue(of + "#encryption", out Fact? encryption) ? FactJson.Parse(encryption).Member("Encryption")?.Text("KeyArn") : null;
        ResourceFacts none = ResourceFacts.None with { Tags = tags, Key = key };
        if (!told.TryGetValue(of, out Fact? policy))
        {
            return none;
        }

        JsonElement content = FactJson.Parse(policy);
        return content.Flag("NoPolicy") == true ? none with { IsRead = true }
            : content.Member("Policy") is { } own && !own.IsUnreadable() ? none with { Policy = Compile(of, AwsPolicyKind.Resource, own), IsRead = true }
            : none;
    }

    /// <summary>This account, where its own listing has the bucket (or the bucket of the object); null where that is not known.</summary>
    internal async Task<string?> OwnsAsync(string arn, CancellationToken cancellation) =>
        await FindAsync(AwsDatasets.TaggedResources, ResourceCatalog.WholeOf(arn) ?? arn, cancellation).ConfigureAwait(false) is null
            && await FindAsync(AwsDatasets.ResourcePolicies, ResourceCatalog.WholeOf(arn) ?? arn, cancellation).ConfigureAwait(false) is null ? null : account;

    private async Task<Fact?> FindAsync(string dataset, string key, CancellationToken cancellation) =>
        (await FindAsync(dataset, [key], cancellation).ConfigureAwait(false)).GetValueOrDefault(key);

    /// <summary>Reads the dataset until all were found.</summary>
    private async Task<Dictionary<string, Fact>> FindAsync(string dataset, HashSet<string> keys, CancellationToken cancellation)
    {
        var found = new Dictionary<string, Fact>(StringComparer.Ordinal);
        if (keys.Count == 0)
        {
            return found;
        }

        await foreach (Fact fact in facts(scope, dataset).WithCancellation(cancellation).ConfigureAwait(false))
        {
            if (fact.Id.Source == AwsDatasets.Source && keys.Contains(fact.Id.Key) && found.TryAdd(fact.Id.Key, fact) && found.Count == keys.Count)
            {
                break;
            }
        }

        return found;
    }

    private static NamedPolicy OfManaged(string arn, AwsPolicyKind role, Dictionary<string, JsonElement> managed)
    {
        JsonElement? version = managed.TryGetValue(arn, out JsonElement policy) ? policy.List("PolicyVersionList").Where(one => one.Flag("IsDefaultVersion") == true).Select(one => one.Member("Document")).FirstOrDefault() : null;
        return Compile(arn[(arn.LastIndexOf('/') + 1)..], role, version);
    }

    private static NamedPolicy Compile(string name, AwsPolicyKind role, JsonElement? document)
    {
        try
        {
            return document is { } read && !read.IsUnreadable() ? new(name, CompiledPolicy.Compile(PolicyParser.Parse(read), role)) : UnreadPolicy.Of(name, role);
        }
        catch (MalformedPolicyException)
        {
            return UnreadPolicy.Of(name, role);
        }
    }
}
