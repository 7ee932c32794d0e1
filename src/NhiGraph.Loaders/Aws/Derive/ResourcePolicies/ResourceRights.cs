using System.Collections.Immutable;
using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Aws.Data;
using NhiGraph.Loaders.Aws.Policy;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Loaders.Aws.Derive.ResourcePolicies;

/// <summary>What the policies of an account's resources come to for each caller, by the way in which they name it, and what the organisation's resource control policies deny.</summary>
internal sealed class ResourceRights(ResourceReadings readings, ImmutableArray<CompiledStatement> control, StatementBinder binder, ActionTable table, string account)
{
    private static readonly string[] Reading = ["s3:GetObject", "s3:GetObjectVersion", "s3:GetObjectTorrent"];

    private readonly Dictionary<Principal, Said> said = [];
    private readonly Dictionary<string, ImmutableArray<BoundStatement>> kept = new(StringComparer.Ordinal);

    internal ResourceReadings Readings => readings;

    internal Voices Voices { get; } = new(readings.Policies.Values);

    /// <summary>Policies that leave everything on their resource to the account's own policies have nothing kept.</summary>
    private readonly ResourcePolicy[] keeping = [.. readings.Policies.Values.Where(policy => policy.Decides && !LeavesAll(policy, account, table))];

    private readonly ImmutableArray<(string Key, BoundStatement Unread)> encrypted = Encrypted(readings, table);

    /// <summary>Some bucket encrypts with a key that not everybody may use.</summary>
    internal bool Encrypts => encrypted.Length > 0;

    internal bool Any => Voices.Any || !control.IsEmpty || keeping.Length > 0 || encrypted.Length > 0;

    internal Said To(Principal principal)
    {
        if (!Any)
        {
            return Said.Nothing;
        }

        if (!said.TryGetValue(principal, out Said? known))
        {
            said.Add(principal, known = principal.Kind == PrincipalKind.Group ? ToGroup() : To(principal.Caller, principal.Context));
        }

        return known;
    }

    /// <summary>What a caller is told, its conditions decided by what is known of it.</summary>
    internal Said To(RequestPrincipal caller, RequestContext context)
    {
        List<BoundStatement> denies = [.. Controlled(caller, context)], toAll = [], direct = [], byRole = [], byAccount = [];
        foreach ((CompiledStatement statement, PrincipalMatch match) in Voices.To(caller, context))
        {
            ImmutableArray<BoundStatement> bound = binder.Bind(statement, context);
            if (!statement.Statement.IsAllow)
            {
                denies.AddRange(If(match.Any, bound));
                continue;
            }

            (ResourcePolicy.NamesEverybody(statement.Statement) ? toAll : direct).AddRange(If(match.Direct, bound));
            byRole.AddRange(If(match.ByRole, bound));
            byAccount.AddRange(If(caller.Kind == RequestPrincipalKind.Root ? match.Direct : match.ByAccount, bound));
        }

        return new([.. denies], [.. toAll], [.. direct], [.. byRole], caller.Account == account ? Kept(byAccount) : []);
    }

    /// <summary>What the holder cannot decipher without a key: as Deny statements that do not apply where it may decrypt.</summary>
    internal IEnumerable<BoundStatement> Undeciphered(Func<ArnPattern, bool> decrypts) =>
        encrypted.Where(one => !decrypts(ArnPattern.Parse(one.Key))).Select(one => one.Unread);

    /// <summary>A group is nobody who asks: of its members the same is said as to everybody.</summary>
    private Said ToGroup() => new(
        [.. control.SelectMany(statement => binder.Bind(statement, null)), .. Voices.ToEverybody.Where(statement => !statement.Statement.IsAllow).SelectMany(statement => binder.Bind(statement, null))], [], [], [],
        Kept([.. Voices.ToAccount(account).Where(statement => statement.Statement.IsAllow).SelectMany(statement => binder.Bind(statement, null))]));

    /// <summary>A statement that names the caller surely, perhaps, or not.</summary>
    internal static IEnumerable<BoundStatement> If(Formula match, ImmutableArray<BoundStatement> bound) => match.IsNo ? []
        : match.IsYes ? bound
        : bound.Select(one => new BoundStatement(one.Source, one.Patterns, one.Kept, ConditionSets.Union(one.Unknown, ConditionSets.Sorted(match.Conditions().Select(unmet => ConditionSets.Of(new(unmet.Operator, unmet.Key, unmet.Values))))), one.Terms));

    /// <summary>What the organisation denies whoever asks, but roles of services.</summary>
    /// <param name="context">What is known of the caller; null where that is more than one.</param>
    internal IEnumerable<BoundStatement> Controlled(RequestPrincipal? caller, RequestContext? context) =>
        caller?.IsServiceLinkedRole == true ? [] : control.SelectMany(statement => binder.Bind(statement, context));

    /// <summary>A way into a role as the organisation leaves it to those from outside; null where it leaves none. The account's own principals are asked one by one.</summary>
    internal Trust? Left(Trust trust)
    {
        if (control.IsEmpty || trust.Form == TrustForm.Deleted || trust.Account == account)
        {
            return trust;
        }

        RequestPrincipal? caller = trust.Form switch
        {
            TrustForm.Service => RequestPrincipal.Service(trust.Value),
            TrustForm.Oidc or TrustForm.Saml => RequestPrincipal.Federated(trust.Value),
            TrustForm.Principal or TrustForm.Session => RequestPrincipal.Parse(trust.Value),
            _ => null,
        };
        int action = table.Find(trust.Form switch { TrustForm.Oidc => "sts:AssumeRoleWithWebIdentity", TrustForm.Saml => "sts:AssumeRoleWithSAML", _ => "sts:AssumeRole" });
        RequestContext? context = caller is null ? null : new(new AccessRequest(caller, "", "*") { UnknownKeys = ["*"] });
        BoundStatement[] denying = [.. Controlled(caller, context).Where(deny => deny.Source.Actions.Contains(action) && deny.Reach.Covers(trust.Role.ArnPattern))];
        return denying.Any(deny => deny.Unless is null) ? null : trust with { Conditions = ConditionSets.Union(trust.Conditions, ConditionSets.Sorted(denying.Select(deny => deny.Unless!))) };
    }

    /// <summary>On each resource whose policy decides: the actions that it leaves to nobody, and those that it leaves on conditions.</summary>
    private ImmutableArray<BoundStatement> Kept(List<BoundStatement> left)
    {
        if (keeping.Length == 0)
        {
            return [];
        }

        string key = string.Join('\n', left.Select(one => one.Text));
        if (!kept.TryGetValue(key, out ImmutableArray<BoundStatement> known))
        {
            ILookup<FactKey, BoundStatement> byFact = left.ToLookup(one => one.Source.Fact);
            kept.Add(key, known = [.. keeping.SelectMany(policy => Kept(policy, [.. byFact[policy.Fact]]))]);
        }

        return known;
    }

    private IEnumerable<BoundStatement> Kept(ResourcePolicy policy, BoundStatement[] left)
    {
        IndexSet free = IndexSet.Empty, some = IndexSet.Empty;
        foreach (BoundStatement one in left)
        {
            (free, some) = one.Conditions.IsEmpty && one.Terms.Window.IsAlways ? (free.Or(one.Source.Actions), some) : (free, some.Or(one.Source.Actions));
        }

        IndexSet all = table.Of([policy.Service]);
        (IndexSet conditional, IndexSet none) = (some.And(all).Except(free), all.Except(free).Except(some));
        if (!none.IsEmpty)
        {
            yield return Deny(policy.Fact, policy.Arn, none, ResourceSpan.Of(policy.Arn).Patterns, null, "nobody");
        }

        if (!conditional.IsEmpty)
        {
            BoundStatement[] ways = [.. left.Where(one => !one.Conditions.IsEmpty || !one.Terms.Window.IsAlways)];
            string[] statements = [.. ways.Select(one => string.Join(" and ", one.Conditions.Concat(Drafts.Stretch.Condition(one.Terms.Window)).Select(condition => condition.Statement))).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
            yield return Deny(policy.Fact, policy.Arn, conditional, ResourceSpan.Of(policy.Arn).Patterns,
                ConditionSets.Make("ResourcePolicy", "Leaves", statements, $"the policy of {policy.Arn} leaves it to the account's policies: {string.Join(", or ", statements)}"), string.Join('\n', statements));
        }
    }

    private static bool LeavesAll(ResourcePolicy policy, string account, ActionTable table)
    {
        IndexSet all = table.Of([policy.Service]);
        return policy.Statements.Any(statement => statement.Regions is null && statement.Statement is { IsAllow: true, IsNotPrincipal: false, IsNotResource: false, Conditions.IsEmpty: true } && !statement.DependsOnHolder
            && statement.Statement.Principals.Any(principal => principal.Kind == "AWS" && (principal.Value == account || (principal.Value.EndsWith($"::{account}:root", StringComparison.Ordinal))))
            && (statement.Statement.Resources.IsEmpty || statement.Statement.Resources.Contains("*") || statement.Statement.Resources.Contains(policy.Arn))
            && statement.Actions.Includes(all));
    }

    private static ImmutableArray<(string, BoundStatement)> Encrypted(ResourceReadings readings, ActionTable table)
    {
        IndexSet reading = IndexSet.Of(Reading.Select(table.Find).Where(action => action >= 0));
        return [.. readings.Keys.GroupBy(one => one.Key, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => (group.Key, Deny(group.First().Fact, group.First().Bucket, reading, [.. group.Select(one => ArnPattern.Parse(one.Bucket + "/*")).Order()],
            ConditionSets.Make("kms:Decrypt", "Allowed", [group.Key], $"it may do kms:Decrypt with {group.Key}, which the bucket encrypts with by default"), "encrypted")))];
    }

    private static BoundStatement Deny(FactKey fact, string of, IndexSet actions, ImmutableArray<ArnPattern> patterns, Condition? unless, string why)
    {
        var source = new CompiledStatement(fact, $"of {of}", "/" + why, new PolicyStatement(0, "", null, false, [], false, [], false, [], false, []), actions, variables: false);
        return new(source, patterns, [], [], new([], Validity.Always, null, unless));
    }
}
