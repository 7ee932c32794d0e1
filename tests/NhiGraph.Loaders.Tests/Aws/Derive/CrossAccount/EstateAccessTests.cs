using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Aws.Data;
using NhiGraph.Loaders.Aws.Policy;
using NhiGraph.Loaders.Tests.Joins;

namespace NhiGraph.Loaders.Tests.Aws.Derive.CrossAccount;

/// <summary>
/// The joined graph of random estates against the evaluator, asked request by request: every principal against every resource and role of the other accounts. What is proved is never more, what is possible never less; where a resource lets in
/// single principals only, both are equal. 60 estates here, 4,000 with NHIGRAPH_LONG=1.
/// </summary>
public class EstateAccessTests(ITestOutputHelper output)
{
    private static readonly DateTimeOffset At = new(2026, 6, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly string[] Keys = ["x", "logs/y", "a/logs/y"];
    private static readonly Capability[] Compared = [.. Enum.GetValues<Capability>().Where(capability => capability != Capability.Administer)];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Both_sides_decide(bool conditions)
    {
        int estates = Suite.Long ? 2_000 : 30;
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        for (int seed = 0; seed < estates; seed++)
        {
            var estate = new RandomEstate(seed + (conditions ? 1_000_000 : 0), conditions);
            DerivedGraph graph = JoinedAccounts.Of([.. estate.Members.Select(member => member.Account)]);
            foreach (RandomEstate.Member home in estate.Members)
            {
                foreach (RandomEstate.Member other in estate.Members.Where(other => other != home))
                {
                    foreach (RandomEstate.Holder holder in home.Principals)
                    {
                        foreach ((string resource, NamedPolicy? policy) in other.Policies)
                        {
                            Compare(graph, (home, holder), other, resource, policy, $"seed {seed}: {holder.Arn} on {resource}\n{estate.Text}", conditions, counts);
                        }

                        foreach (RandomEstate.Holder role in other.Principals.Where(role => role.Trust is not null))
                        {
                            Assume(graph, (home, holder), other, role, $"seed {seed}: {holder.Arn} assumes {role.Arn}\n{estate.Text}", conditions, counts);
                        }
                    }
                }
            }
        }

        Suite.Ran($"aws-estates{(conditions ? "-conditions" : "")}", estates);
        output.WriteLine(string.Join(", ", counts.Select(count => $"{count.Key}: {count.Value}")));
        Assert.All((string[])["allowed", "roles assumed", .. conditions ? [] : new[] { "equal, single principals" }], name => Assert.True(counts.GetValueOrDefault(name) > estates, name));
    }

    private static void Compare(DerivedGraph graph, (RandomEstate.Member Home, RandomEstate.Holder Holder) who, RandomEstate.Member other, string resource, NamedPolicy? policy, string what, bool conditions, SortedDictionary<string, int> counts)
    {
        CapabilitySet truly = default, perhaps = default;
        var known = new Dictionary<string, AccessOutcome>(StringComparer.Ordinal);
        StatementRule[] rules = [.. who.Holder.Policies.Concat(who.Holder.Boundaries).Concat(who.Home.ServiceControl.Concat(other.ResourceControl).SelectMany(level => level)).Concat(policy is null ? [] : [policy]).SelectMany(one => one.Policy.Statements)];
        foreach ((string arn, int kind) in Requests.On(resource, Keys))
        {
            known.Clear();
            foreach (ActionInfo action in Requests.ByKind[kind].Where(action => action.Name.StartsWith(resource.Split(':')[2] + ":", StringComparison.Ordinal) && truly.Union(action.Gives) != truly))
            {
                // Actions that the same statements are about are decided alike.
                string alike = string.Concat(rules.Select(statement => statement.IsAbout(action.Name.ToLowerInvariant()) ? '1' : '0')) + (action.Name == "kms:RetireGrant" ? action.Name : "");
                AccessOutcome outcome = known.TryGetValue(alike, out AccessOutcome told) ? told : known[alike] = Ask(who, other, action.Name, arn, policy);
                bool encrypted = other.Encrypts && resource == RandomEstate.Bucket(other.Id) && action.Name is "s3:GetObject" or "s3:GetObjectVersion" or "s3:GetObjectTorrent";
                outcome = outcome == AccessOutcome.Allowed && encrypted && other.Encrypts && Decrypt(who, other) != AccessOutcome.Allowed ? AccessOutcome.Conditional : outcome;
                truly = outcome == AccessOutcome.Allowed ? truly.Union(action.Gives) : truly;
                perhaps = outcome is AccessOutcome.Allowed or AccessOutcome.Conditional ? perhaps.Union(action.Gives) : perhaps;
            }
        }

        bool exact = !conditions && IsExact(policy, other) && (!other.Encrypts || IsExact(other.Policies.GetValueOrDefault(RandomEstate.Key(other.Id)), other));
        foreach (Capability capability in Compared)
        {
            (bool, bool) said = (graph.Has("aws:" + who.Holder.Arn, capability, "aws:" + resource, proved: true, At.ToUnixTimeSeconds()), graph.Has("aws:" + who.Holder.Arn, capability, "aws:" + resource, proved: false, At.ToUnixTimeSeconds()));
            Judge((truly.Contains(capability), perhaps.Contains(capability)), said, exact, $"{capability}, {what}", counts);
        }
    }

    private static AccessOutcome Decrypt((RandomEstate.Member Home, RandomEstate.Holder Holder) who, RandomEstate.Member other) =>
        other.Policies.TryGetValue(RandomEstate.Key(other.Id), out NamedPolicy? ofKey) ? Ask(who, other, "kms:Decrypt", RandomEstate.Key(other.Id), ofKey) : AccessOutcome.Conditional;

    /// <summary>Accounts as a whole are met by hubs, which their holders share; which session a role has is told by nobody.</summary>
    private static bool IsExact(NamedPolicy? policy, RandomEstate.Member of) => policy is null || policy.Policy.Statements.All(statement => !statement.Source.IsNotPrincipal && statement.Source.Principals.All(principal =>
        principal.Value.Contains(of.Id, StringComparison.Ordinal) || principal.Value.Contains(":user/", StringComparison.Ordinal) || principal.Value.Contains(":role/", StringComparison.Ordinal)));

    private static void Assume(DerivedGraph graph, (RandomEstate.Member Home, RandomEstate.Holder Holder) who, RandomEstate.Member other, RandomEstate.Holder role, string what, bool conditions, SortedDictionary<string, int> counts)
    {
        AccessOutcome outcome = Ask(who, other, "sts:AssumeRole", role.Arn, role.Trust);
        (bool Proved, bool Possible) said = graph.Assumes("aws:" + who.Holder.Arn, "aws:" + role.Arn, At.ToUnixTimeSeconds());
        Judge((outcome == AccessOutcome.Allowed, outcome is AccessOutcome.Allowed or AccessOutcome.Conditional), said, !conditions && IsExact(role.Trust, other), what, counts);
        Count(counts, "roles assumed", said.Possible);
    }

    private static void Judge((bool Truly, bool Perhaps) is_, (bool Proved, bool Possible) said, bool exact, string what, SortedDictionary<string, int> counts)
    {
        Assert.True(is_.Truly || !said.Proved, "proved is larger: " + what);
        Assert.True(!is_.Perhaps || said.Possible, "possible is smaller: " + what);
        Assert.True(!exact || is_ == said, $"not equal ({is_}, said {said}): {what}");
        Count(counts, "questions", true);
        Count(counts, "allowed", is_.Truly);
        Count(counts, "allowed, not proved", is_.Truly && !said.Proved);
        Count(counts, "perhaps", is_.Perhaps);
        Count(counts, "possible, not perhaps", said.Possible && !is_.Perhaps);
        Count(counts, "equal, single principals", exact && is_.Perhaps);
    }

    private static void Count(SortedDictionary<string, int> counts, string name, bool one) => counts[name] = counts.GetValueOrDefault(name) + (one ? 1 : 0);

    private static AccessOutcome Ask((RandomEstate.Member Home, RandomEstate.Holder Holder) who, RandomEstate.Member other, string action, string resource, NamedPolicy? policy) => AccessEvaluator.Evaluate(new AccessRequest(who.Holder.Caller, action, resource)
    {
        ResourceAccount = other.Id,
        Context = new Dictionary<string, ContextValue>(StringComparer.OrdinalIgnoreCase) { ["aws:CurrentTime"] = ContextValue.Of("2026-06-01T00:00:00Z"), ["aws:SecureTransport"] = ContextValue.Of(true) },
        UnknownKeys = ["*"],
        PrincipalTags = who.Holder.Tags,
        IdentityPolicies = who.Holder.Policies,
        Boundaries = who.Holder.Boundaries,
        ServiceControl = who.Home.ServiceControl,
        ResourceControl = other.ResourceControl,
        OrganizationId = who.Home.Organization,
        ResourcePolicy = policy,
    }).Outcome;
}
