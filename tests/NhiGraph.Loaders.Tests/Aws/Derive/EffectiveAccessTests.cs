using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Aws.Data;
using NhiGraph.Loaders.Aws.Policy;

namespace NhiGraph.Loaders.Tests.Aws.Derive;

/// <summary>The graph of random small accounts against the evaluator, asked request by request: every principal, capability and resource, and every role that it could assume. 60 accounts here, 20,000 with NHIGRAPH_LONG=1.</summary>
public class EffectiveAccessTests(ITestOutputHelper output)
{
    private static readonly DateTimeOffset At = new(2026, 6, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly ILookup<int, ActionInfo> ByKind = ActionTable.Instance.Actions.SelectMany(action => action.Types.Select(kind => (kind, action))).ToLookup(pair => pair.kind, pair => pair.action);

    /// <summary>What a right to a role is asked with: whether the role itself lets in is asked apart.</summary>
    private static readonly NamedPolicy Open = new("open", CompiledPolicy.Compile(
        PolicyParser.Parse(System.Text.Json.JsonElement.Parse($$"""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"{{RandomAccount.Id}}"},"Action":"*"} }""")), PolicyRole.Resource));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_graph_says_what_the_evaluator_says(bool conditions)
    {
        int accounts = Environment.GetEnvironmentVariable("NHIGRAPH_LONG") is "1" ? 10_000 : 30;
        var counts = new int[6];
        Parallel.For(0, accounts, new ParallelOptions { MaxDegreeOfParallelism = 1 }, seed =>
        {
            var random = new RandomAccount(seed + (conditions ? 1_000_000 : 0), conditions);
            var graph = new DerivedGraph(random.Account.Derive());
            foreach (RandomAccount.Holder holder in random.Principals)
            {
                foreach (string resource in RandomAccount.Resources.Concat(random.Principals.Select(principal => principal.Arn)))
                {
                    // What hangs on a tag that a session may bring is a condition too.
                    Compare(graph, random, holder, resource, conditions || holder.Tags is null, seed, counts);
                }

                foreach (RandomAccount.Holder role in random.Principals.Where(role => role.Trust is not null && role != holder))
                {
                    Assume(graph, random, holder, role, conditions || holder.Tags is null, seed, counts);
                }
            }
        });
        Cases.Ran(conditions ? "aws-effective-access-conditions" : "aws-effective-access", accounts);
        output.WriteLine($"{accounts} accounts, {counts[0]} questions: {counts[1]} proved ({counts[2]} not shown as proved), {counts[3]} possible ({counts[4]} more shown as possible), {counts[5]} roles assumed");
        Assert.True(counts[1] > 300 && counts[3] >= counts[1] && counts[5] > 5);
    }

    private static void Compare(DerivedGraph graph, RandomAccount account, RandomAccount.Holder holder, string resource, bool conditions, int seed, int[] counts)
    {
        CapabilitySet truly = default, perhaps = default;
        foreach ((string arn, int kind) in Requests(resource))
        {
            // Actions that the same statements are about are decided alike; AWS has rules of its own for those of iam and sts.
            var decided = new Dictionary<string, AccessOutcome>(StringComparer.Ordinal);
            foreach (ActionInfo action in ByKind[kind].Where(action => truly.Union(action.Gives) != truly))
            {
                string alike = action.Name.StartsWith("iam:", StringComparison.Ordinal) || action.Name.StartsWith("sts:", StringComparison.Ordinal) ? action.Name : holder.About(action.Name, account.ServiceControl);
                AccessOutcome outcome = decided.TryGetValue(alike, out AccessOutcome known) ? known : decided[alike] = Ask(account, holder, action.Name, arn, kind == ActionTable.Instance.Role ? Open : null);
                truly = outcome == AccessOutcome.Allowed ? truly.Union(action.Gives) : truly;
                perhaps = outcome is AccessOutcome.Allowed or AccessOutcome.Conditional ? perhaps.Union(action.Gives) : perhaps;
            }
        }

        foreach (Capability capability in Enum.GetValues<Capability>().Where(capability => capability != Capability.Administer))
        {
            bool proved, possible;
            lock (graph)
            {
                proved = graph.Has("aws:" + holder.Arn, capability, "aws:" + resource, proved: true, At.ToUnixTimeSeconds());
                possible = graph.Has("aws:" + holder.Arn, capability, "aws:" + resource, proved: false, At.ToUnixTimeSeconds());
            }

            Judge((truly.Contains(capability), perhaps.Contains(capability)), (proved, possible), conditions, $"seed {seed}: {holder.Arn} {capability} {resource}\n{account.Account.Text}", counts);
        }
    }

    /// <summary>A trust in the whole account is met by shared hubs: that its Deny names some callers of the account is left as a condition for all.</summary>
    private static void Assume(DerivedGraph graph, RandomAccount account, RandomAccount.Holder holder, RandomAccount.Holder role, bool conditions, int seed, int[] counts)
    {
        AccessOutcome outcome = Ask(account, holder, "sts:AssumeRole", role.Arn, role.Trust);
        (bool Proved, bool Possible) said = graph.Assumes("aws:" + holder.Arn, "aws:" + role.Arn, At.ToUnixTimeSeconds());
        Judge((outcome == AccessOutcome.Allowed, outcome is AccessOutcome.Allowed or AccessOutcome.Conditional), said, conditions || role.TrustDenies, $"seed {seed}: {holder.Arn} assumes {role.Arn}\n{account.Account.Text}", counts);
        Interlocked.Add(ref counts[5], said.Possible ? 1 : 0);
    }

    private static void Judge((bool Truly, bool Perhaps) is_, (bool Proved, bool Possible) said, bool conditions, string what, int[] counts)
    {
        Assert.True(is_.Truly || !said.Proved, "proved is larger: " + what);
        Assert.True(!is_.Perhaps || said.Possible, "possible is smaller: " + what);
        Assert.True(conditions || is_ == said, "not equal: " + what);
        Interlocked.Increment(ref counts[0]);
        Interlocked.Add(ref counts[1], is_.Truly ? 1 : 0);
        Interlocked.Add(ref counts[2], is_.Truly && !said.Proved ? 1 : 0);
        Interlocked.Add(ref counts[3], is_.Perhaps ? 1 : 0);
        Interlocked.Add(ref counts[4], said.Possible && !is_.Perhaps ? 1 : 0);
    }

    private static AccessOutcome Ask(RandomAccount account, RandomAccount.Holder holder, string action, string resource, NamedPolicy? trust) => AccessEvaluator.Evaluate(new AccessRequest(RequestPrincipal.Parse(holder.Arn)!, action, resource)
    {
        ResourceAccount = RandomAccount.Id,
        Context = new Dictionary<string, ContextValue>(StringComparer.OrdinalIgnoreCase) { ["aws:CurrentTime"] = ContextValue.Of(At.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture)) },
        UnknownKeys = ["*"],
        PrincipalTags = holder.Tags,
        IdentityPolicies = holder.Policies,
        Boundaries = holder.Boundaries,
        ServiceControl = account.ServiceControl,
        ResourcePolicy = trust,
    }).Outcome;

    /// <summary>A bucket is asked as itself and by one object of each sort of key that the patterns tell apart.</summary>
    private static IEnumerable<(string, int)> Requests(string resource)
    {
        ActionTable table = ActionTable.Instance;
        int kind = table.KindOf(ArnPattern.Parse(resource));
        yield return (resource, kind);
        if (kind == table.Bucket)
        {
            foreach (string key in (string[])["x", "logs/y", "a/x", "b/x", "a/logs/y", "b/logs/y", "c/logs/y"])
            {
                yield return ($"{resource}/{key}", table.Object);
            }
        }
    }
}
