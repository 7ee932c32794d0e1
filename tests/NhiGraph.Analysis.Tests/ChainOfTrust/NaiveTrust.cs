using NhiGraph.Analysis.ChainOfTrust;
using NhiGraph.Analysis.OrphanChains;
using NhiGraph.Analysis.Tests.Answers;
using NhiGraph.Graph.Model;
using NhiGraph.Graph.Reach;
using NhiGraph.Graph.Tests.Paths;

namespace NhiGraph.Analysis.Tests.ChainOfTrust;

/// <summary>The thirteen links by walking the records, from the words of the README.</summary>
internal sealed class NaiveTrust
{
    private const long Quarter = 90 * 86_400L;
    private readonly PathGraph _graph;
    private readonly TraversalOptions _options;
    private readonly NaiveReach _reach;
    private readonly Dictionary<string, GraphNode> _nodes;
    private readonly Func<string, bool> _listed;
    private readonly Func<string, bool> _never;
    private readonly GraphNode _subject;
    private readonly NodeKinds _kind;
    private readonly Known _known;
    private readonly string[] _identities;
    private readonly string[] _credentials;
    private readonly string[] _bound;
    private readonly string[] _zombies;
    private readonly string[] _takers;

    internal NaiveTrust(PathGraph graph, string subject, TraversalOptions options, Func<string?, Known> knownOf, Func<string, bool> listed, Func<string, bool> never)
    {
        (_graph, _options, _listed, _never) = (graph, options, listed, never);
        _reach = new(graph, options);
        _nodes = graph.Nodes.ToDictionary(node => node.Key);
        _subject = _nodes[subject];
        _kind = new[] { NodeKinds.Identity, NodeKinds.Credential, NodeKinds.Consumer }.First(kind => (_subject.Kinds & kind) != 0);
        _credentials = _kind switch { NodeKinds.Credential => [subject], NodeKinds.Consumer => Walked(EdgeKind.Uses, from: subject), _ => Walked(EdgeKind.Authenticates, to: subject) };
        _identities = _kind switch
        {
            NodeKinds.Identity => [subject],
            NodeKinds.Credential => Any(EdgeKind.Authenticates, from: subject),
            _ => [.. _credentials.SelectMany(credential => Walked(EdgeKind.Authenticates, from: credential)).Union(Walked(EdgeKind.CanAssume, from: subject))],
        };
        _bound = _kind == NodeKinds.Identity ? Any(EdgeKind.Authenticates, to: subject) : _credentials;
        _zombies = _kind == NodeKinds.Consumer ? [] : [.. _bound.Where(key => IsInForce(key) && Any(EdgeKind.Authenticates, from: key).Any(identity => _identities.Contains(identity) && Is(identity, PropertyNames.Enabled, "false")))];
        _takers = _kind == NodeKinds.Credential ? []
            : _kind == NodeKinds.Consumer ? Walked(EdgeKind.CanAssume, from: subject)
            : [.. _reach.Walkable(options.Certainty).Where(edge => edge.To == subject && edge.From != subject && edge.Kind is EdgeKind.CanAssume or EdgeKind.HasAccount && !Is(edge.From, NodeKinds.Consumer)).Select(edge => edge.From).Distinct()];
        _known = Things.Aggregate(Known.All, (known, key) => known & knownOf(_nodes[key][PropertyNames.Scope]));
    }

    private IEnumerable<string> Things => _identities.Prepend(_subject.Key).Distinct();

    /// <summary>kind state backed date | nodes</summary>
    internal IEnumerable<string> Links() =>
    [
        Consumer(), Credential(), Identity(), Resources(), Creator(),
        Owner("BusinessOwner", "business"), Owner("TechnicalOwner", "technical"), Owner("Escalation", "escalation"),
        Purpose(), Environment(), Rotation(), Expiry(), Usage(),
    ];

    private string Consumer()
    {
        string[] all = _kind switch
        {
            NodeKinds.Consumer => [_subject.Key],
            NodeKinds.Credential => Walked(EdgeKind.Uses, to: _subject.Key),
            _ => [.. _credentials.SelectMany(key => Walked(EdgeKind.Uses, to: key)).Union(Walked(EdgeKind.CanAssume, to: _subject.Key).Where(key => key != _subject.Key && Is(key, NodeKinds.Consumer)))],
        };
        string[] seen = [.. all.Where(key => !Is(key, PropertyNames.Potential, "true"))];
        string[] here = [.. seen.Where(key => !Is(key, PropertyNames.Enabled, "false") && !Is(key, PropertyNames.Known, "false"))];
        string[] idle = [.. here.Where(key => Used(key) < _options.At - Quarter)];
        if (here.Length > 0)
        {
            return idle.Length < here.Length ? Sure("Consumer", Known.Consumers, TrustState.Present, here.Except(idle)) : Sure("Consumer", Known.Consumers, TrustState.Stale, idle, idle.Max(Used));
        }

        bool whole = _known.HasFlag(Known.Consumers);
        string[] open = [.. seen.Where(key => !Is(key, PropertyNames.Enabled, "false") && !whole)];
        string[] gone = [.. seen.Except(open).Union(_kind != NodeKinds.Identity ? [] : _graph.Edges.Values.Where(edge => edge.Kind == EdgeKind.CanAssume && edge.To == _subject.Key && edge.Validity.Disabled && Is(edge.From, PropertyNames.Known, "false")).Select(edge => edge.From))];
        return open.Length > 0 ? Sure("Consumer", Known.Consumers, TrustState.Unknown, open)
            : gone.Length > 0 ? Sure("Consumer", Known.Consumers, TrustState.Contradicted, gone)
            : _kind == NodeKinds.Identity && _takers.Length > 0 ? Sure("Consumer", Known.Consumers, TrustState.Present, _takers)
            : None("Consumer", Known.Consumers, all);
    }

    private string Credential() =>
        _zombies.Length > 0 ? Sure("Credential", Known.Credentials, TrustState.Contradicted, _zombies)
        : _credentials.Length > 0 && (_kind != NodeKinds.Credential || IsInForce(_subject.Key)) ? Sure("Credential", Known.Credentials, TrustState.Present, _credentials)
        : _takers.Length > 0 ? Sure("Credential", Known.Credentials, TrustState.Present, [])
        : _bound.Length > 0 ? Sure("Credential", Known.Credentials, TrustState.Stale, _bound)
        : None("Credential", Known.Credentials, []);

    private string Identity()
    {
        string[] disabled = [.. _identities.Where(key => Is(key, PropertyNames.Enabled, "false"))];
        string[] here = [.. _identities.Except(disabled).Where(key => !Is(key, PropertyNames.Known, "false"))];
        return _identities.Length == 0 ? None("Identity", Known.Credentials | Known.Grants, [])
            : here.Length > 0 ? Record("Identity", TrustState.Present, here)
            : disabled.Length > 0 ? Record("Identity", TrustState.Stale, disabled)
            : None("Identity", Known.Identities, _identities);
    }

    private string Resources()
    {
        var radius = new NaiveRadius(_graph, _reach, _options, [_subject.Key]);
        bool reaches = radius.Resources.Any(pair => !NaiveRadius.IsContainer(_nodes[pair.Key]) || pair.Value.Possible.Contains(Capability.Administer));
        return reaches
            ? Sure("Resources", Known.Grants, TrustState.Present, radius.Resources.Keys.Where(key => NaiveRadius.IsSensitive(_nodes[key])))
            : None("Resources", Known.Grants, []);
    }

    private string Creator()
    {
        string[] makers = First(key => Any(EdgeKind.Created, to: key));
        string[] people = [.. makers.Where(key => Is(key, NodeKinds.Human))];
        string[] here = [.. people.Where(key => !IsGone(key))];
        return here.Length > 0 ? Sure("Creator", Known.Creators, TrustState.Present, here)
            : people.Length > 0 ? Sure("Creator", Known.Creators, TrustState.Stale, people, people.Max(Left))
            : makers.Length > 0 ? Sure("Creator", Known.Creators, TrustState.Present, makers)
            : None("Creator", Known.Creators, []);
    }

    private string Owner(string kind, string role)
    {
        string[] Own(string key) => [.. _graph.Edges.Values.Where(edge => edge.Kind == EdgeKind.Owns && edge.To == key && (edge.Properties.GetValueOrDefault(PropertyNames.Role) ?? (role == "escalation" ? "" : role)) == role).Select(edge => edge.From).Distinct()];
        string[] Found(string key) => new[] { [key], Any(EdgeKind.SessionOf, from: key), Any(EdgeKind.PartOf, from: key) }.Select(from => from.SelectMany(Own).ToArray()).FirstOrDefault(found => found.Length > 0) ?? [];
        string[] Members(string owner) => Is(owner, NodeKinds.Team) ? Any(EdgeKind.InTeam, to: owner) : [owner];
        bool IsSure(string owner) => Members(owner).All(IsGone) && (Is(owner, NodeKinds.Human) || (_known.HasFlag(Known.Teams) && !Is(owner, PropertyNames.Known, "false")));
        string[] owners = First(Found);
        string[] here = [.. owners.Where(owner => Members(owner).Any(IsHere))];
        string[] open = [.. owners.Where(owner => !IsSure(owner))];
        bool named = role != "escalation" && Things.Any(key => _nodes[key][PropertyNames.Owner] is not null || _nodes[key][PropertyNames.Team] is not null);
        return owners.Length == 0 ? named ? Sure(kind, Known.Owners, TrustState.Unknown, []) : None(kind, Known.Owners, [])
            : here.Length > 0 ? Sure(kind, Known.Owners, TrustState.Present, here)
            : open.Length > 0 ? Sure(kind, Known.Owners, TrustState.Unknown, open)
            : Sure(kind, Known.Owners, TrustState.Contradicted, owners, owners.Where(owner => Is(owner, NodeKinds.Human)).Select(Left).Max());
    }

    private string Purpose()
    {
        string[] applications = First(key => [.. Any(EdgeKind.PartOf, from: key).Where(application => application != key)]);
        string[] stating = [.. Things.Where(key => _nodes[key][PropertyNames.Purpose] is not null)];
        return applications.Length > 0 && applications.All(key => Is(key, PropertyNames.Status, "RETIRED") && !(Date(key, PropertyNames.RetiredAt) > _options.At))
            ? Record("Purpose", TrustState.Contradicted, applications, applications.Max(key => Date(key, PropertyNames.RetiredAt)))
            : stating.Length > 0 ? Record("Purpose", TrustState.Present, stating) : NoRecord("Purpose");
    }

    private string Environment()
    {
        string? Of(string key) => _nodes[key][PropertyNames.Environment] ?? _graph.Edges.Values.Where(edge => edge.Kind == EdgeKind.Contains && edge.To == key).Select(edge => Of(edge.From)).FirstOrDefault();
        string[] stating = [.. Things.Where(key => Of(key) is not null)];
        return stating.Length > 0 ? Record("Environment", TrustState.Present, stating) : NoRecord("Environment");
    }

    private string[] Working => [.. _credentials.Where(key => _kind != NodeKinds.Credential || IsInForce(key)).Union(_zombies)];

    private bool HasNone => Working.Length + _bound.Length + _takers.Length == 0;

    private string Rotation()
    {
        GraphEdge[] known = [.. _graph.Edges.Values.Where(edge => edge.Kind == EdgeKind.ExposedTo && Working.Contains(edge.To) && IsGone(edge.From) && edge.Validity.InactiveAt(_options.At) == InactiveReason.None)];
        if (known.Length > 0)
        {
            return Sure("Rotation", Known.Credentials, TrustState.Contradicted, known.Select(edge => edge.To).Union(known.Select(edge => edge.From)), known.Min(edge => Left(edge.From)));
        }

        string[] lasting = [.. Working.Where(key => Is(key, PropertyNames.Posture, "STATIC"))];
        string[] old = [.. lasting.Where(key => Made(key) < _options.At - Quarter)];
        string[] undated = [.. Working.Where(key => Is(key, PropertyNames.Posture, "UNKNOWN") || (lasting.Contains(key) && Made(key) is null))];
        return old.Length > 0 ? Sure("Rotation", Known.Credentials, TrustState.Stale, old, old.Min(Made))
            : undated.Length > 0 ? Sure("Rotation", Known.Credentials, TrustState.Unknown, undated)
            : lasting.Length > 0 ? Sure("Rotation", Known.Credentials, TrustState.Present, lasting, lasting.Min(Made))
            : HasNone ? None("Rotation", Known.Credentials, []) : Sure("Rotation", Known.Credentials, TrustState.Present, Working);
    }

    private string Expiry()
    {
        string[] past = [.. _identities.Where(key => End(key) <= _options.At && !Is(key, PropertyNames.Enabled, "false"))];
        string[] ending = End(_subject.Key) > _options.At ? [_subject.Key] : _identities.Length > 0 && _identities.All(key => End(key) > _options.At) ? _identities : [];
        string[] open = [.. Working.Where(key => End(key) is null && (Is(key, PropertyNames.Posture, "STATIC") || Is(key, PropertyNames.Posture, "UNKNOWN")))];
        string[] endless = [.. open.Where(key => Is(key, PropertyNames.Posture, "STATIC"))];
        return past.Length > 0 ? Record("Expiry", TrustState.Contradicted, past, past.Min(End))
            : ending.Length > 0 ? Record("Expiry", TrustState.Present, ending, ending.Max(End))
            : endless.Length > 0 ? Sure("Expiry", Known.None, TrustState.Missing, endless)
            : open.Length > 0 ? Sure("Expiry", Known.Credentials, TrustState.Unknown, open)
            : HasNone ? None("Expiry", Known.Credentials, []) : Sure("Expiry", Known.Credentials, TrustState.Present, Working, Working.Max(End));
    }

    private string Usage()
    {
        string[] things = _kind == NodeKinds.Credential ? [_subject.Key] : [_subject.Key, .. _credentials];
        string? last = things.Where(key => Used(key) is not null).OrderByDescending(Used).ThenBy(key => key, StringComparer.Ordinal).FirstOrDefault();
        return last is null ? Record("Usage", things.All(_never) ? TrustState.Missing : TrustState.Unknown, [])
            : Record("Usage", Used(last) >= _options.At - Quarter ? TrustState.Present : TrustState.Stale, [last], Used(last));
    }

    private string Sure(string kind, Known needed, TrustState state, IEnumerable<string> nodes, long? at = null) => Text(kind, (_known & needed) == needed, state, nodes, at);

    private string Record(string kind, TrustState state, IEnumerable<string> nodes, long? at = null) => Text(kind, Things.All(_listed), state, nodes, at);

    private string None(string kind, Known needed, IEnumerable<string> nodes) => Sure(kind, needed, (_known & needed) == needed ? TrustState.Missing : TrustState.Unknown, nodes);

    private string NoRecord(string kind) => Record(kind, Things.All(_listed) ? TrustState.Missing : TrustState.Unknown, []);

    internal static string Text(string kind, bool backed, TrustState state, IEnumerable<string> nodes, long? at) => $"{kind} {state} {backed} {at} | {string.Join(' ', nodes.Distinct().Order(StringComparer.Ordinal))}";

    private string[] First(Func<string, string[]> of) => of(_subject.Key) is { Length: > 0 } own ? own : [.. _identities.Where(key => key != _subject.Key).SelectMany(of).Distinct()];

    private string[] Walked(EdgeKind kind, string? from = null, string? to = null) =>
        [.. _reach.Walkable(_options.Certainty).Where(edge => edge.Kind == kind && (from is null || edge.From == from) && (to is null || edge.To == to)).Select(edge => from is null ? edge.From : edge.To).Distinct()];

    private string[] Any(EdgeKind kind, string? from = null, string? to = null) =>
        [.. _graph.Edges.Values.Where(edge => edge.Kind == kind && (from is null || edge.From == from) && (to is null || edge.To == to)).Select(edge => from is null ? edge.From : edge.To).Distinct()];

    private bool Is(string key, NodeKinds kind) => (_nodes[key].Kinds & kind) != 0;

    private bool Is(string key, string property, string value) => _nodes[key][property] == value;

    private bool IsInForce(string key) => !Is(key, PropertyNames.Enabled, "false") && !(End(key) <= _options.At);

    private bool IsGone(string human) => Left(human) is { } left ? left <= _options.At : Is(human, PropertyNames.Status, "DEPARTED");

    private bool IsHere(string human) => !IsGone(human) && (_nodes[human][PropertyNames.Status] is "ACTIVE" or "LEAVE" || Left(human) is not null);

    private long? Left(string human) => Date(human, PropertyNames.DepartedAt);

    private long? Made(string key) => Date(key, PropertyNames.LastRotatedAt) ?? Date(key, PropertyNames.CreatedAt);

    private long? End(string key) => Date(key, PropertyNames.ExpiresAt);

    private long? Used(string key) => new[] { Date(key, PropertyNames.LastUsedAt), Date(key, PropertyNames.LastRunAt) }.Max();

    private long? Date(string key, string property) => _nodes[key][property] is { } text ? DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture).ToUnixTimeSeconds() : null;
}
