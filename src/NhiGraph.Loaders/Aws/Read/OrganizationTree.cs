using NhiGraph.Loaders.Input;

namespace NhiGraph.Loaders.Aws.Read;

/// <summary>Roots, units and accounts of an organisation with the policies attached to each, as far as they were told.</summary>
internal sealed class OrganizationTree
{
    internal const string ServiceControl = "SERVICE_CONTROL_POLICY";
    internal const string ResourceControl = "RESOURCE_CONTROL_POLICY";

    /// <summary>AWS nests units five deep.</summary>
    private const int MostLevels = 12;

    private readonly Dictionary<string, string> parents = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> roots = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, (string? Name, string Type, string? Document)> policies = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> listed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> targets = new(StringComparer.Ordinal);
    private readonly HashSet<string> inNone = new(StringComparer.Ordinal);
    private string? id;
    private string? management;
    private bool allFeatures = true;

    /// <summary>Something that was given could not be read, or another page follows.</summary>
    internal bool Partial { get; set; }

    internal static bool Binds(string type) => type is ServiceControl or ResourceControl;

    internal void Organization(string organization, string? managementAccount, string? features) => (id, management, allFeatures) = (organization, managementAccount, features != "CONSOLIDATED_BILLING");

    /// <summary>AWS said that this account is in no organisation: nothing binds it.</summary>
    internal void InNone(string account) => inNone.Add(account);

    internal void Root(string root, IReadOnlyCollection<string> enabled) => roots[root] = [.. enabled];

    internal void Child(string child, string parent) => parents[child] = parent;

    internal void Listed(string policy, string type) => listed[policy] = type;

    internal void Policy(string policy, string? name, string type, string? document)
    {
        listed[policy] = type;
        policies[policy] = (name, type, document);
    }

    internal void Targets(string policy, IEnumerable<string> of) => (targets.TryGetValue(policy, out HashSet<string>? known) ? known : targets[policy] = new(StringComparer.Ordinal)).UnionWith(of);

    /// <summary>What binds an account as the content of a fact; null where it cannot be told.</summary>
    /// <param name="missing">What was not given; null where nothing is missing.</param>
    internal string? Of(string account, out string? missing)
    {
        if (inNone.Contains(account))
        {
            missing = null;
            return new FactContent().Text("Id", account).Flag("ManagementAccount", false).Json("ServiceControl", "[]").Json("ResourceControl", "[]").ToString();
        }

        var fact = new FactContent().Text("Id", account).Text("OrganizationId", id).Flag("ManagementAccount", account == management);
        missing = id is null || management is null ? "the organisation with its management account (describe-organization)" : Partial ? "a part that could not be read, or a further page" : null;
        if (missing is null && (account == management || !allFeatures))
        {
            return fact.Json("ServiceControl", "[]").Json("ResourceControl", "[]").ToString();
        }

        missing ??= Levels(account, out List<string> levels);
        if (missing is not null)
        {
            return null;
        }

        Levels(account, out levels);
        foreach ((string type, string member) in ((string, string)[])[(ServiceControl, "ServiceControl"), (ResourceControl, "ResourceControl")])
        {
            missing ??= roots[levels[0]].Contains(type) ? Attached(type, levels, member, fact) : None(member, fact);
        }

        return missing is null ? fact.ToString() : null;
    }

    private static string? None(string member, FactContent fact)
    {
        fact.Json(member, "[]");
        return null;
    }

    /// <summary>From the root down to the account.</summary>
    private string? Levels(string account, out List<string> levels)
    {
        levels = [account];
        while (parents.TryGetValue(levels[0], out string? parent) && levels.Count <= MostLevels)
        {
            levels.Insert(0, parent);
        }

        return roots.ContainsKey(levels[0]) ? null : $"what {levels[0]} is under (list-children of each root and unit, and list-roots)";
    }

    private string? Attached(string type, List<string> levels, string member, FactContent fact)
    {
        string[] ofType = [.. listed.Where(policy => policy.Value == type).Select(policy => policy.Key).Order(StringComparer.Ordinal)];
        if (Array.Find(ofType, policy => !targets.ContainsKey(policy)) is { } unattached)
        {
            return $"what {unattached} is attached to (list-targets-for-policy)";
        }

        var json = new List<string>();
        foreach (string level in levels)
        {
            string[] here = [.. ofType.Where(policy => targets[policy].Contains(level))];
            if (here.Length == 0)
            {
                return $"a policy of the type {type} on {level}: every level has one (list-policies, list-targets-for-policy)";
            }

            if (Array.Find(here, policy => !policies.ContainsKey(policy) || policies[policy].Document is null) is { } unread)
            {
                return $"the content of {unread} (describe-policy)";
            }

            json.Add(new FactContent().Text("Target", level).Set("Policies", here.Select(policy => (policy, new FactContent().Text("Id", policy).Text("Name", policies[policy].Name).Json("Document", policies[policy].Document).ToString()))).ToString());
        }

        fact.Json(member, $"[{string.Join(',', json)}]");
        return null;
    }
}
