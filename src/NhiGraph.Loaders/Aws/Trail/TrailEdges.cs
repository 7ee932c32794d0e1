using System.Collections.Immutable;
using System.Text.Json;
using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Aws.Derive;
using NhiGraph.Loaders.Drafts;
using NhiGraph.Loaders.Joins;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Loaders.Aws.Trail;

/// <summary>
/// Who made or gave what, from the log: CREATED from the identity that made the call, and offers for the person behind it; EXPOSED_TO for whoever made the secret that a credential has now.
/// To be called when all else of the account is drafted: the log adds no user, role or resource, for it does not say what is still there.
/// </summary>
internal sealed class TrailEdges
{
    private readonly AccountFacts facts;
    private readonly GraphDraft draft;
    private readonly Dictionary<string, Principal> users;
    private readonly TrailPeople people;
    private readonly TrailThings things;
    private readonly TrailCall[] calls;

    internal TrailEdges(AccountFacts facts, ResourceCatalog catalog, TagReader tags, GraphDraft draft)
    {
        this.facts = facts;
        this.draft = draft;
        users = facts.Users.ToDictionary(user => user.Arn, StringComparer.Ordinal);
        calls = [.. facts.Trail.Select(call => TrailCall.Parse(call.Fact, call.Content)).OfType<TrailCall>().OrderBy(call => call.Time, StringComparer.Ordinal).ThenBy(call => call.Fact.Key, StringComparer.Ordinal)];
        people = new(users, calls.Where(call => call.Known.Effect == TrailEffect.Session && call.Name is not null).ToLookup(call => call.Name!, StringComparer.Ordinal), tags);
        things = new(facts, catalog, draft, calls);
    }

    internal void Add()
    {
        foreach (TrailCall call in calls.Where(call => call.Known.Effect == TrailEffect.Create))
        {
            if (things.Of(call) is { } thing && things.IsLastOf(thing.Key, call))
            {
                Created(call, thing, null);
            }
        }

        foreach ((TrailCall call, TrailSubject thing) in new TrailGrants(facts, draft).Of(calls).ToArray())
        {
            Created(call, thing, "GRANTED");
        }

        foreach ((TrailSubject thing, TrailCall last) in things.Secrets)
        {
            Exposed(last, thing);
        }
    }

    /// <param name="reason">Null where the thing was made for itself. What is given is shared by all who hold it, and several may have given it: each event says when.</param>
    private void Created(TrailCall call, TrailSubject thing, string? reason)
    {
        string? since = reason is null ? call.Time : null;
        Support support = call.Support(thing.Name);
        if (Actor(call) is { } actor)
        {
            draft.Edge(new(EdgeKind.Created, actor, thing.Key, thing.Certainty) { Properties = EdgeProperties.Of((PropertyNames.Since, since), (PropertyNames.KnownBy, "EVENT"), (PropertyNames.Reason, reason)) }, support);
        }

        Offer(EdgeKind.Created, call, thing, support, since, reason);
    }

    private void Exposed(TrailCall call, TrailSubject thing) =>
        Offer(EdgeKind.ExposedTo, call, thing, call.Support(thing.Name), call.Time, call.Known.Effect == TrailEffect.Rotate ? "ROTATED" : "CREATED");

    private void Offer(EdgeKind kind, TrailCall call, TrailSubject thing, Support support, string? since, string? reason)
    {
        (ImmutableArray<Rung> rungs, ImmutableArray<Support> behind) = people.Of(call);
        ImmutableArray<Rung> bounded = [.. rungs.Select(rung => rung.AtMost > thing.Certainty ? rung with { AtMost = thing.Certainty } : rung)];
        new PersonOffer(thing.Key, kind, call.Actor, bounded, [support, .. behind])
        {
            Made = call.Time,
            Properties = EdgeProperties.Of((PropertyNames.Since, since), (PropertyNames.Reason, reason)),
        }.AddTo(draft);
    }

    /// <summary>The user, root or role that made the call; one that is gone is a node of which no more is known.</summary>
    private string? Actor(TrailCall call)
    {
        string? arn = call.IsSession ? call.IssuerArn : call.Type is "IAMUser" or "Root" ? call.ActorArn : null;
        if (arn is null || arn.Split(':') is not { Length: >= 6 } parts)
        {
            return null;
        }

        bool root = arn.EndsWith(":root", StringComparison.Ordinal), role = call.IsSession;
        bool listed = role ? facts.Roles.Exists(known => known.Arn == arn) : users.ContainsKey(arn);
        draft.Node(call.Fact, AwsKeys.OfArn(arn), NodeKinds.Identity, root ? $"root of {parts[4]}" : arn[(arn.LastIndexOf('/') + 1)..], 0,
            (PropertyNames.IdentityType, (root ? IdentityType.RootUser : role ? IdentityType.CloudRole : IdentityType.CloudUser).Text()), (PropertyNames.Scope, AwsKeys.Account(parts[4])), (PropertyNames.Known, listed || root ? null : "false"));
        return AwsKeys.OfArn(arn);
    }
}
