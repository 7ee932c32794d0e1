using NhiGraph.Analysis.Departure;
using NhiGraph.Graph.Model;
using NhiGraph.Graph.Tests.Paths;

namespace NhiGraph.Analysis.Tests.Departure;

/// <summary>What to do when a person leaves, from the records: the first rule that fits each thing.</summary>
internal sealed class NaiveDeparture(PathGraph graph, string human, long at)
{
    private const long Quarter = 90 * 86_400L;
    private readonly Dictionary<string, GraphNode> _nodes = graph.Nodes.ToDictionary(node => node.Key);

    /// <summary>key relations proposal reason other date</summary>
    internal SortedSet<string> Items()
    {
        string[] owned = Heads(EdgeKind.Owns, human);
        string[] created = Heads(EdgeKind.Created, human);
        string[] accounts = Heads(EdgeKind.HasAccount, human);
        string[] secrets = [.. graph.Edges.Values.Where(edge => edge.Kind == EdgeKind.ExposedTo && edge.From == human && edge.Validity.InactiveAt(at) == InactiveReason.None).Select(edge => edge.To)];
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (string key in owned.Concat(created).Concat(accounts).Concat(secrets).Distinct())
        {
            DepartureRelation relations = (owned.Contains(key) ? DepartureRelation.Owns : 0) | (!created.Contains(key) ? 0 : _nodes[key].Kinds == NodeKinds.Entitlement ? DepartureRelation.Granted : DepartureRelation.Created)
                | (secrets.Contains(key) ? DepartureRelation.ExposedTo : 0) | (accounts.Contains(key) ? DepartureRelation.Account : 0);
            found.Add($"{key} {relations} {Propose(key, accounts.Contains(key), secrets.Contains(key), relations == DepartureRelation.Granted)}");
        }

        return found;
    }

    private string Propose(string key, bool account, bool secret, bool granted)
    {
        bool ended = _nodes[key][PropertyNames.Enabled] == "false" || (_nodes[key].Kinds == NodeKinds.Credential && Date(key, PropertyNames.ExpiresAt) <= at);
        bool contact = graph.Edges.Values.Where(edge => edge.Kind == EdgeKind.Owns && edge.From == human && edge.To == key).Select(edge => edge.Properties.GetValueOrDefault(PropertyNames.Role)).ToList() is { Count: > 0 } roles && roles.TrueForAll(role => role == "escalation");
        string[] owners = contact ? Owners(key, contact) : Owners(key, false) is { Length: > 0 } own ? own : [.. Heads(EdgeKind.Authenticates, key).SelectMany(identity => Owners(identity, false))];
        string? other = owners.Distinct().Order(StringComparer.Ordinal).FirstOrDefault(owner => (_nodes[owner].Kinds == NodeKinds.Team ? Tails(EdgeKind.InTeam, owner) : [owner]).Any(person => person != human && IsHere(person)));
        string[] applications = [.. Heads(EdgeKind.PartOf, key).Where(application => application != key)];
        long? used = new[] { Date(key, PropertyNames.LastUsedAt), Date(key, PropertyNames.LastRunAt) }.Max();
        return account && ended ? "Keep AlreadyDisabled  "
            : account ? "Disable OwnAccount  "
            : ended ? "Keep NoLongerWorks  "
            : secret ? "Rotate KnowsSecret  "
            : granted ? "Keep HeldByOthers  "
            : other is not null ? $"Keep OthersAnswer {other} "
            : contact ? "Transfer NobodyToTurnTo  "
            : applications.Length > 0 && applications.All(IsRetired) ? $"Disable ApplicationRetired  {applications.Max(application => Date(application, PropertyNames.RetiredAt))}"
            : used < at - Quarter ? $"Disable NotUsed  {used}"
            : "Transfer NobodyElse  ";
    }

    /// <summary>Its own, else those of what it is a session of, else of its applications.</summary>
    private string[] Owners(string key, bool contacts)
    {
        string[] Own(string of) => [.. graph.Edges.Values.Where(edge => edge.Kind == EdgeKind.Owns && edge.To == of && edge.Properties.GetValueOrDefault(PropertyNames.Role) == "escalation" == contacts).Select(edge => edge.From)];
        string[] sessions = [.. Heads(EdgeKind.SessionOf, key).Where(session => session != key).SelectMany(Own)];
        return Own(key) is { Length: > 0 } own ? own : sessions.Length > 0 ? sessions : [.. Heads(EdgeKind.PartOf, key).Where(application => application != key).SelectMany(Own)];
    }

    private bool IsRetired(string application) => _nodes[application][PropertyNames.Status] == "RETIRED" && !(Date(application, PropertyNames.RetiredAt) > at);

    private bool IsHere(string person) => Date(person, PropertyNames.DepartedAt) is { } left ? left > at : _nodes[person][PropertyNames.Status] is "ACTIVE" or "LEAVE";

    private string[] Heads(EdgeKind kind, string from) => [.. graph.Edges.Values.Where(edge => edge.Kind == kind && edge.From == from).Select(edge => edge.To).Distinct()];

    private string[] Tails(EdgeKind kind, string to) => [.. graph.Edges.Values.Where(edge => edge.Kind == kind && edge.To == to).Select(edge => edge.From).Distinct()];

    private long? Date(string key, string property) => _nodes[key][property] is { } text ? DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture).ToUnixTimeSeconds() : null;
}
