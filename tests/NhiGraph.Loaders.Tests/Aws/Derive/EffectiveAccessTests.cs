using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Aws.Data;
using NhiGraph.Loaders.Aws.Derive;
using NhiGraph.Loaders.Aws.Policy;

namespace NhiGraph.Loaders.Tests.Aws.Derive;

/// <summary>The graph of random small accounts against the evaluator, asked request by request: every principal, capability and resource, and every role that it could assume. 150 accounts here, 25,000 with NHIGRAPH_LONG=1.</summary>
public class EffectiveAccessTests(ITestOutputHelper output)
{
    private static readonly DateTimeOffset At = new(2026, 6, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly string[] Keys = ["x", "logs/y", "a/x", "b/x", "a/logs/y", "b/logs/y", "c/logs/y"];

    /// <summary>What a right to a role is asked with: whether the role itself lets in is asked apart.</summary>
    private static readonly NamedPolicy Open = new("open", CompiledPolicy.Compile(
        PolicyParser.Parse(System.Text.Json.JsonElement.Parse($$"""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"{{RandomAccount.Id}}"},"Action":"*"} }""")), AwsPolicyKind.Resource));

    [Theory]
    [InlineData(false, false, false)]
    [InlineData(true, false, false)]
    [InlineData(false, true, false)]
    [InlineData(true, true, false)]
    [InlineData(false, true, true)]
    public void The_graph_says_what_the_evaluator_says(bool conditions, bool resources, bool regions)
    {
        int accounts = Suite.Long ? 5_000 : 30;
        var counts = new int[6];
        for (int seed = 0; seed < accounts; seed++)
        {
            var random = new RandomAccount(seed + (conditions ? 1_000_000 : 0), conditions, resources, regions);
            var graph = new DerivedGraph(random.Account.Derive());
            foreach (RandomAccount.Holder holder in random.Principals)
            {
                foreach (string resource in RandomAccount.Resources.Concat(resources ? [RandomAccount.Key] : []).Concat(random.Principals.Select(principal => principal.Arn)))
                {
                    // What hangs on a tag that a session may bring is a condition too, and so is the region of what has none.
                    Compare(graph, random, holder, resource, conditions || random.Blurred || holder.Tags is null || (regions && resource == RandomAccount.Bucket), seed, counts);
                }

                foreach (RandomAccount.Holder role in random.Principals.Where(role => role.Trust is not null && role != holder))
                {
                    Assume(graph, random, holder, role, conditions || regions || holder.Tags is null, seed, counts);
                }
            }

            foreach (string resource in resources ? RandomAccount.Resources.Where(resource => !resource.Contains(":secretsmanager:", StringComparison.Ordinal)) : [])
            {
                Anyone(graph, random, resource, conditions || random.Blurred, seed, counts);
            }
        }

        Suite.Ran($"aws-effective-access{(resources ? "-resources" : "")}{(conditions ? "-conditions" : "")}{(regions ? "-regions" : "")}", accounts);
        output.WriteLine($"{accounts} accounts, {counts[0]} questions: {counts[1]} proved ({counts[2]} not shown as proved), {counts[3]} possible ({counts[4]} more shown as possible), {counts[5]} roles assumed");
        Assert.True(counts[1] > 300 && counts[3] >= counts[1] && counts[5] > 5);
    }

    private static void Compare(DerivedGraph graph, RandomAccount account, RandomAccount.Holder holder, string resource, bool conditions, int seed, int[] counts)
    {
        CapabilitySet truly = default, perhaps = default;
        foreach ((string arn, int kind) in Requests.On(resource, Keys))
        {
            // Actions of one service that the same statements are about are decided alike, but for those that AWS has rules of its own for.
            var decided = new Dictionary<string, AccessOutcome>(StringComparer.Ordinal);
            foreach (ActionInfo action in Requests.ByKind[kind].Where(action => truly.Union(action.Gives) != truly))
            {
                string alike = ServiceRule.About(new AccessRequest(holder.Caller, action.Name, arn)).Any() || action.Name.StartsWith("sts:", StringComparison.Ordinal) || action.Name == "kms:RetireGrant" ? action.Name : action.Name[..action.Name.IndexOf(':', StringComparison.Ordinal)] + holder.About(action.Name, account, account.PolicyOf(resource));
                AccessOutcome outcome = decided.TryGetValue(alike, out AccessOutcome known) ? known : decided[alike] = Ask(account, holder, action.Name, arn, kind == ActionTable.Instance.Role ? Open : account.PolicyOf(resource));
                outcome = Deciphered(account, action.Name, outcome, () => Ask(account, holder, "kms:Decrypt", RandomAccount.Key, account.PolicyOf(RandomAccount.Key)));
                truly = outcome == AccessOutcome.Allowed ? truly.Union(action.Gives) : truly;
                perhaps = outcome is AccessOutcome.Allowed or AccessOutcome.Conditional ? perhaps.Union(action.Gives) : perhaps;
            }
        }

        foreach (Capability capability in Enum.GetValues<Capability>().Where(capability => capability != Capability.Administer))
        {
            bool proved = graph.Has("aws:" + holder.Arn, capability, "aws:" + resource, proved: true, At.ToUnixTimeSeconds());
            bool possible = graph.Has("aws:" + holder.Arn, capability, "aws:" + resource, proved: false, At.ToUnixTimeSeconds());
            Judge((truly.Contains(capability), perhaps.Contains(capability)), (proved, possible), conditions, $"seed {seed}: {holder.Arn} {capability} {resource}\n{account.Account.Text}", counts);
        }
    }

    /// <summary>Whoever reads what is encrypted for certain may decrypt it too; what was put there before, or with another key, may be open.</summary>
    private static AccessOutcome Deciphered(RandomAccount account, string action, AccessOutcome outcome, Func<AccessOutcome> decrypt) =>
        outcome == AccessOutcome.Allowed && account.Encrypts && action is "s3:GetObject" or "s3:GetObjectVersion" or "s3:GetObjectTorrent" && decrypt() != AccessOutcome.Allowed ? AccessOutcome.Conditional : outcome;

    /// <summary>Who did not sign in has what resources' policies give everybody, unless Block Public Access says that nobody from outside has.</summary>
    private static void Anyone(DerivedGraph graph, RandomAccount account, string resource, bool conditions, int seed, int[] counts)
    {
        CapabilitySet truly = default, perhaps = default;
        bool isPublic = resource == RandomAccount.Bucket && account.PolicyOf(resource)?.Policy.Statements.Any(statement => statement.IsAllow && statement.Source.Principals.Any(principal => principal.Value == "*")
            && !statement.Source.Conditions.Any(condition => condition.Key is "aws:SourceIp" or "aws:PrincipalArn" or "aws:PrincipalAccount" && !condition.Operator.Contains("Not", StringComparison.Ordinal))) == true;
        foreach ((string arn, int kind) in Requests.On(resource, Keys))
        {
            foreach (ActionInfo action in Requests.ByKind[kind].Where(action => truly.Union(action.Gives) != truly))
            {
                AccessOutcome outcome = AccessEvaluator.Evaluate(new AccessRequest(RequestPrincipal.Anonymous, action.Name, arn) { ResourceAccount = RandomAccount.Id, Context = Now, UnknownKeys = ["*"], ResourcePolicy = account.PolicyOf(resource), ResourceControl = account.ResourceControl }).Outcome;
                outcome = isPublic && account.Restricts == true ? AccessOutcome.ImplicitlyDenied : isPublic && account.Restricts is null && outcome == AccessOutcome.Allowed ? AccessOutcome.Conditional : outcome;
                outcome = Deciphered(account, action.Name, outcome, () => AccessOutcome.ImplicitlyDenied);
                truly = outcome == AccessOutcome.Allowed ? truly.Union(action.Gives) : truly;
                perhaps = outcome is AccessOutcome.Allowed or AccessOutcome.Conditional ? perhaps.Union(action.Gives) : perhaps;
            }
        }

        foreach (Capability capability in Enum.GetValues<Capability>().Where(capability => capability != Capability.Administer))
        {
            (bool, bool) said = (graph.Has(WellKnownKeys.Anyone, capability, "aws:" + resource, proved: true, At.ToUnixTimeSeconds()), graph.Has(WellKnownKeys.Anyone, capability, "aws:" + resource, proved: false, At.ToUnixTimeSeconds()));
            Judge((truly.Contains(capability), perhaps.Contains(capability)), said, conditions, $"seed {seed}: anyone {capability} {resource}\n{account.Account.Text}", counts);
        }
    }

    /// <summary>A trust in the whole account is met by shared hubs: that its Deny names some callers of the account is left as a condition for all.</summary>
    private static void Assume(DerivedGraph graph, RandomAccount account, RandomAccount.Holder holder, RandomAccount.Holder role, bool conditions, int seed, int[] counts)
    {
        AccessOutcome outcome = Ask(account, holder, "sts:AssumeRole", role.Arn, role.Trust);
        (bool Proved, bool Possible) said = graph.Assumes("aws:" + holder.Arn, "aws:" + role.Arn, At.ToUnixTimeSeconds());
        Judge((outcome == AccessOutcome.Allowed, outcome is AccessOutcome.Allowed or AccessOutcome.Conditional), said, conditions || role.TrustDenies, $"seed {seed}: {holder.Arn} assumes {role.Arn}\n{account.Account.Text}", counts);
        counts[5] += said.Possible ? 1 : 0;
    }

    private static void Judge((bool Truly, bool Perhaps) is_, (bool Proved, bool Possible) said, bool conditions, string what, int[] counts)
    {
        Assert.True(is_.Truly || !said.Proved, "proved is larger: " + what);
        Assert.True(!is_.Perhaps || said.Possible, "possible is smaller: " + what);
        Assert.True(conditions || is_ == said, "not equal: " + what);
        counts[0]++;
        counts[1] += is_.Truly ? 1 : 0;
        counts[2] += is_.Truly && !said.Proved ? 1 : 0;
        counts[3] += is_.Perhaps ? 1 : 0;
        counts[4] += said.Possible && !is_.Perhaps ? 1 : 0;
    }

    private static Dictionary<string, ContextValue> Now { get; } = new(StringComparer.OrdinalIgnoreCase) { ["aws:CurrentTime"] = ContextValue.Of(At.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture)), ["aws:SecureTransport"] = ContextValue.Of(true) };

    private static AccessOutcome Ask(RandomAccount account, RandomAccount.Holder holder, string action, string resource, NamedPolicy? trust) => AccessEvaluator.Evaluate(new AccessRequest(holder.Caller, action, resource)
    {
        ResourceAccount = RandomAccount.Id,
        Context = RequestedRegion.Of(action, resource, "aws") is { } region ? new Dictionary<string, ContextValue>(Now, StringComparer.OrdinalIgnoreCase) { [RequestedRegion.Key] = ContextValue.Of(region) } : Now,
        UnknownKeys = ["*"],
        PrincipalTags = holder.Tags,
        IdentityPolicies = holder.Policies,
        Boundaries = holder.Boundaries,
        ServiceControl = account.ServiceControl,
        ResourceControl = account.ResourceControl,
        OrganizationId = account.ServiceControl.IsEmpty ? null : "o-1",
        ResourcePolicy = trust,
    }).Outcome;
}
