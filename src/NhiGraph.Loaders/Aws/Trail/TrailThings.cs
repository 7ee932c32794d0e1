using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Aws.Derive;
using NhiGraph.Loaders.Drafts;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Loaders.Aws.Trail;

/// <summary>
/// Finds the things that events are about among those that are listed. Names are given again, so the unique id decides, else the time. A credential that no listing that was read would show stands by the log alone, DECLARED, until
/// the log shows its end.
/// </summary>
internal sealed class TrailThings
{
    /// <summary>AWS keeps the time of creation beside the event's, and both in whole seconds.</summary>
    internal const long Slack = 60;

    private readonly AccountFacts facts;
    private readonly ResourceCatalog catalog;
    private readonly GraphDraft draft;
    private readonly Dictionary<string, GraphNode> credentials;
    private readonly Dictionary<string, Principal> principals;
    private readonly Dictionary<string, Principal> users;
    private readonly HashSet<string> reported;
    private readonly Dictionary<TrailCall, TrailSubject> found = [];
    private readonly Dictionary<string, TrailCall> lastMade = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, (TrailSubject Thing, TrailCall Last)> secrets = new(StringComparer.Ordinal);

    /// <param name="calls">In the order of time.</param>
    internal TrailThings(AccountFacts facts, ResourceCatalog catalog, GraphDraft draft, IReadOnlyList<TrailCall> calls)
    {
        this.facts = facts;
        this.catalog = catalog;
        this.draft = draft;
        credentials = draft.Merged(NodeKinds.Credential).ToDictionary(node => node.Key, StringComparer.Ordinal);
        principals = facts.Principals.ToDictionary(principal => principal.Arn, StringComparer.Ordinal);
        users = facts.Users.DistinctBy(user => user.Name, StringComparer.Ordinal).ToDictionary(user => user.Name, StringComparer.Ordinal);
        reported = [.. facts.Report.Select(row => row.Content.Text("arn") ?? row.Fact.Key)];
        var ends = calls.Where(call => call.Known.Effect == TrailEffect.Delete).GroupBy(Named).ToDictionary(group => group.Key, group => group.Last().Time);
        foreach (TrailCall call in calls.Where(call => call.Known.Effect is TrailEffect.Create or TrailEffect.Rotate))
        {
            bool ended = ends.TryGetValue(Named(call), out string? end) && string.CompareOrdinal(end, call.Time) > 0;
            if (!ended && Find(call) is { } thing)
            {
                Note(call, thing);
            }
        }

        foreach ((TrailSubject thing, TrailCall last) in secrets.Values.Where(secret => !credentials.ContainsKey(secret.Thing.Key)))
        {
            ByTheLog(thing, last, UserOf(last)!);
        }
    }

    /// <summary>Credentials with the last event that gave each its secret, where nothing says that it was changed since.</summary>
    internal IEnumerable<(TrailSubject Thing, TrailCall Last)> Secrets => secrets.Values.Where(secret =>
        !credentials.TryGetValue(secret.Thing.Key, out GraphNode? node) || FactJson.Seconds(node[PropertyNames.LastRotatedAt]) is not { } rotated || rotated <= secret.Last.Seconds + Slack);

    internal bool IsLastOf(string thing, TrailCall call) => lastMade.GetValueOrDefault(thing) == call;

    /// <summary>Null where it is not there any more, or never was of this account.</summary>
    internal TrailSubject? Of(TrailCall call) => found.GetValueOrDefault(call);

    private static (TrailThing, string?) Named(TrailCall call) => (call.Known.Thing, call.Name ?? call.Of);

    private void Note(TrailCall call, TrailSubject thing)
    {
        found.Add(call, thing);
        if (call.Known.Effect == TrailEffect.Create)
        {
            lastMade[thing.Key] = call;
        }

        if (call.Known.Thing >= TrailThing.AccessKey)
        {
            secrets[thing.Key] = (thing, call);
        }
    }

    private TrailSubject? Find(TrailCall call) => call.Known.Thing switch
    {
        TrailThing.User or TrailThing.Role or TrailThing.Group => Principal(call),
        TrailThing.Resource when call.Name is { } arn && catalog.Find(arn) is { } entry => new(entry.Key, arn, Certainty.Proved),
        TrailThing.Bucket when call.Name is { } bucket && catalog.Find($"arn:{facts.Partition}:s3:::{bucket}") is { } entry => new(entry.Key, bucket, Certainty.Proved),
        >= TrailThing.AccessKey when UserOf(call) is { } user => Credential(call, user),
        _ => null,
    };

    private TrailSubject? Principal(TrailCall call)
    {
        if (call.Name is not { } arn || !principals.TryGetValue(arn, out Principal? principal))
        {
            return null;
        }

        if (call.UniqueId is { } id && principal.UniqueId is { } known)
        {
            return id == known ? new(principal.Key, principal.Name, Certainty.Proved) : null;
        }

        return FactJson.Seconds(principal.Content.Text("CreateDate")) is not { } created ? new(principal.Key, principal.Name, Certainty.Declared)
            : Math.Abs(created - call.Seconds) <= Slack ? new(principal.Key, principal.Name, Certainty.Proved) : null;
    }

    private Principal? UserOf(TrailCall call)
    {
        string? name = call.Of ?? (call.Type == "IAMUser" ? call.ActorName : null);
        return name is null ? null : users.GetValueOrDefault(name);
    }

    private TrailSubject? Credential(TrailCall call, Principal user)
    {
        string? key = call.Known.Thing switch
        {
            TrailThing.AccessKey when call.Name is { } id => AwsKeys.AccessKey(id),
            TrailThing.Password => user.Key + "#password",
            TrailThing.ServiceSpecific when call.Name is { } id => "aws:service-specific-credential:" + id,
            TrailThing.SshKey when call.Name is { } id => "aws:ssh-key:" + id,
            TrailThing.SigningCertificate when call.Name is { } id => "aws:signing-certificate:" + id,
            _ => null,
        };
        if (key is null)
        {
            return null;
        }

        string name = call.Known.Thing == TrailThing.Password ? $"password of {user.Name}" : call.Name!;
        if (credentials.ContainsKey(key))
        {
            return new(key, name, Certainty.Proved);
        }

        if (call.Known.Thing is TrailThing.AccessKey or TrailThing.SigningCertificate && Slot(call, user) is { } slot)
        {
            return new(slot, name, Certainty.Proved);
        }

        bool shown = call.Known.Thing switch
        {
            TrailThing.AccessKey => facts.AccessKeys.Count > 0 || reported.Contains(user.Arn),
            TrailThing.Password or TrailThing.SigningCertificate => reported.Count > 0,
            TrailThing.SshKey => facts.IsWhole("ssh-keys"),
            TrailThing.ServiceSpecific => facts.IsWhole("service-specific-credentials"),
            _ => false,
        };
        return shown ? null : new(key, name, Certainty.Declared);
    }

    /// <summary>A slot of the credential report that was filled when the event happened.</summary>
    private string? Slot(TrailCall call, Principal user)
    {
        string[] slots =
        [
            .. Enumerable.Range(1, 2).Select(number => $"{user.Key}#{(call.Known.Thing == TrailThing.AccessKey ? "access-key" : "signing-certificate")}-{number}")
                .Where(key => credentials.TryGetValue(key, out GraphNode? node) && FactJson.Seconds(node[PropertyNames.LastRotatedAt]) is { } filled && Math.Abs(filled - call.Seconds) <= Slack),
        ];
        return slots.Length == 1 ? slots[0] : null;
    }

    private void ByTheLog(TrailSubject thing, TrailCall last, Principal user)
    {
        CredentialType type = last.Known.Thing switch
        {
            TrailThing.AccessKey => CredentialType.AccessKey,
            TrailThing.Password => CredentialType.Password,
            TrailThing.ServiceSpecific => CredentialType.ServiceSpecific,
            TrailThing.SshKey => CredentialType.SshKey,
            _ => CredentialType.SigningCertificate,
        };
        draft.Node(last.Fact, thing.Key, NodeKinds.Credential, thing.Name, 1,
            (PropertyNames.CredentialType, type.Text()), (PropertyNames.Posture, Posture.Static.Text()), (PropertyNames.Scope, facts.Scope),
            (PropertyNames.CreatedAt, lastMade.GetValueOrDefault(thing.Key)?.Time), (PropertyNames.LastRotatedAt, last.Time));
        draft.Edge(new(EdgeKind.Authenticates, thing.Key, user.Key, Certainty.Declared), new Support(last.Fact, null, $"event {last.Fact.Key} gave {thing.Name} to {user.Name}; no listing that was read would show it", null));
    }
}
