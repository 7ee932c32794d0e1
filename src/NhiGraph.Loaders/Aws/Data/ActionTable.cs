using System.Collections.Frozen;
using System.Collections.Immutable;
using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Aws.Policy;

namespace NhiGraph.Loaders.Aws.Data;

/// <summary>All documented actions and resource types of AWS with what they mean here. Immutable; built once from the data files (about 22,000 actions, some 100 ms).</summary>
internal sealed class ActionTable
{
    /// <summary>A service with fewer actions, or none that changes anything, is not administered by having them all.</summary>
    private const int FewActions = 5;

    private static readonly Lazy<ActionTable> Built = new(() => new ActionTable());

    private readonly FrozenDictionary<string, int> byName;
    private readonly FrozenDictionary<string, int> serviceKinds;
    private readonly FrozenDictionary<string, (int Start, int End)> ranges;
    private readonly FrozenDictionary<string, int[]> kindsByArnService;
    private readonly IndexSet[] giving;
    private readonly Dictionary<int, (int Part, string Actions)> below = [];
    private readonly ILookup<string, ResourceKind> wholes;

    private ActionTable()
    {
        List<ResourceKind> kinds = ReadKinds();
        wholes = below.Keys.Select(kind => kinds[kind]).ToLookup(kind => kind.Service, StringComparer.Ordinal);
        string[][] lines = [.. AwsData.Lines("actions.tsv")];
        string[] services = [.. lines.Select(line => line[0]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        serviceKinds = services.Select((service, i) => (service, i)).ToFrozenDictionary(pair => pair.service, pair => kinds.Count + pair.i, StringComparer.Ordinal);
        kinds.AddRange(services.Select(service => new ResourceKind(service + ":", null, ResourceType.Service)));
        Kinds = [.. kinds];

        var rules = new CapabilityRules();
        Actions = [.. lines.Select(line => Read(line, rules))];
        byName = Actions.Select((action, i) => (action, i)).ToFrozenDictionary(pair => pair.action.Name.ToLowerInvariant(), pair => pair.i, StringComparer.Ordinal);
        ranges = lines.Select((line, i) => (Service: line[0], i)).GroupBy(pair => pair.Service).ToFrozenDictionary(group => group.Key, group => (group.First().i, group.Last().i + 1), StringComparer.Ordinal);
        kindsByArnService = kinds.Select((kind, i) => (kind, i)).Where(pair => !pair.kind.IsService).GroupBy(pair => pair.kind.Service, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.Select(pair => pair.i).ToArray(), StringComparer.Ordinal);
        giving = [.. Enum.GetValues<Capability>().Select(capability => IndexSet.Of(Enumerable.Range(0, Actions.Length).Where(i => Actions[i].Gives.Contains(capability))))];
        All = IndexSet.Of(Enumerable.Range(0, Actions.Length));
        Administrable =
        [
            .. ranges.Where(pair => pair.Value.End - pair.Value.Start >= FewActions).OrderBy(pair => pair.Key, StringComparer.Ordinal)
                .Select(pair => (pair.Key, IndexSet.Of(Enumerable.Range(pair.Value.Start, pair.Value.End - pair.Value.Start))))
                .Where(pair => pair.Item2.Members().Any(action => Actions[action].Level is 'W' or 'P')),
        ];
        Role = KindNamed("iam:role");
        Bucket = KindNamed("s3:bucket");
        Object = KindNamed("s3:object");
        below.Add(Bucket, (Object, ""));
    }

    internal static ActionTable Instance => Built.Value;

    internal ImmutableArray<ActionInfo> Actions { get; }

    /// <summary>Resource types, those of what stands below some of them, then one for each service as a whole.</summary>
    internal ImmutableArray<ResourceKind> Kinds { get; }

    internal IndexSet All { get; }

    internal int Role { get; }

    internal int Bucket { get; }

    internal int Object { get; }

    /// <summary>The type of what stands below a resource and is a part of it; -1 where there is none.</summary>
    internal int PartOf(int kind) => below.TryGetValue(kind, out (int Part, string Actions) known) ? known.Part : -1;

    /// <summary>The resource that a pattern for something below it is about; null where it is about none such.</summary>
    internal string? WholeOf(string pattern)
    {
        string[] fields = pattern.Split(':', 6);
        foreach (ResourceKind kind in fields.Length < 6 ? [] : wholes[fields[2]])
        {
            string[] own = fields[5].Split('/'), form = kind.Form!.Resource.Split('/');
            if (own.Length > form.Length && form.Zip(own).All(pair => pair.First == "*" || pair.First == pair.Second))
            {
                return $"{string.Join(':', fields[..5])}:{string.Join('/', own[..form.Length])}";
            }
        }

        return null;
    }

    /// <summary>The services that whoever has all actions of administers, by name, with those actions.</summary>
    internal ImmutableArray<(string Service, IndexSet Actions)> Administrable { get; }

    /// <summary>The actions that give a capability.</summary>
    internal IndexSet Giving(Capability capability) => giving[(int)capability];

    /// <summary>The place of an action by its name, without case; -1 when it is not documented.</summary>
    internal int Find(string name) => byName.GetValueOrDefault(name.ToLowerInvariant(), -1);

    /// <summary>All actions of some services.</summary>
    internal IndexSet Of(IEnumerable<string> services) => services.Select(RangeOf).Aggregate(IndexSet.Empty, (set, range) => set.Or(IndexSet.Of(Enumerable.Range(range.Start, range.End - range.Start))));

    internal (int Start, int End) RangeOf(string service) => ranges.GetValueOrDefault(service);

    /// <summary>The type of a named resource: the form that says most of its ARN; -1 where none fits.</summary>
    internal int KindOf(ArnPattern arn)
    {
        int best = -1, said = -1;
        foreach (int kind in kindsByArnService.GetValueOrDefault(arn.Service, []))
        {
            int literal = Kinds[kind].Form!.Text.AsSpan().Length - Kinds[kind].Form!.Text.AsSpan().Count('*');
            if (literal > said && Kinds[kind].IsFormOf(arn))
            {
                (best, said) = (kind, literal);
            }
        }

        return best;
    }

    /// <summary>Every type that some action of the set can be asked of.</summary>
    internal IndexSet KindsOf(IndexSet actions) => IndexSet.Of(actions.Members().SelectMany(action => Actions[action].Types).Distinct());

    private List<ResourceKind> ReadKinds()
    {
        (string Pattern, ResourceType Type, string Below)[] types = [.. AwsData.Lines("resource-types.tsv").Select(line => (line[0].ToLowerInvariant(), VocabularyText.ParseOrDefault<ResourceType>(line[1]), line.Length > 2 ? line[2] : ""))];
        var kinds = new List<ResourceKind>();
        var parts = new List<ResourceKind>();
        string[][] forms = [.. AwsData.Lines("resource-forms.tsv")];
        foreach (string[] line in forms)
        {
            string lower = line[0].ToLowerInvariant();
            (_, ResourceType type, string actions) = types.First(rule => Glob.Matches(rule.Pattern, lower));
            var kind = new ResourceKind(line[0], ArnPattern.Parse(line[1]), type, line[0] == "s3:bucket" ? 0 : actions.Length > 0 ? line[1].AsSpan().Count('/') : int.MaxValue);
            if (actions.Length > 0)
            {
                below.Add(kinds.Count, (forms.Length + parts.Count, actions));
                parts.Add(new(line[0] + "/", ArnPattern.Parse(line[1] + "/*"), type));
            }

            kinds.Add(kind);
        }

        return [.. kinds, .. parts];
    }

    private int KindNamed(string name) => Kinds.Select((kind, i) => (kind, i)).First(pair => pair.kind.Name == name).i;

    private ActionInfo Read(string[] line, CapabilityRules rules)
    {
        string name = line[0] + ":" + line[1];
        int[] types = line[3].Length == 0 ? [] : [.. line[3].Split(',').Select(text => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture))
            .Select(type => below.TryGetValue(type, out (int Part, string Actions) part) && Glob.Matches(part.Actions, line[1]) ? part.Part : type)];
        bool alsoWithout = types.Length == 0 || line[2].EndsWith('+');
        return new(name, line[2][0], alsoWithout ? [.. types, serviceKinds[line[0]]] : [.. types], rules.Of(name, line[2][0], types.Select(type => Kinds[type].Type)));
    }
}
