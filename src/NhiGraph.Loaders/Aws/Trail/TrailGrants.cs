using System.Text.Json;
using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Aws.Derive;
using NhiGraph.Loaders.Drafts;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Loaders.Aws.Trail;

/// <summary>
/// Who gave what: for each policy that was put or attached, each group that was joined and each trust that was written, and that is still there, the last event that did it, with what the account has by it now: the entitlements that are held by that
/// policy or membership, the credentials that the trust lets in. A listing says that a thing is there, not since when, so that who did it is DECLARED.
/// </summary>
internal sealed class TrailGrants
{
    private readonly Dictionary<(TrailThing, string), Principal> principals;
    private readonly ILookup<(FactKey Fact, string Place), string> given;

    internal TrailGrants(AccountFacts facts, GraphDraft draft)
    {
        principals = facts.Principals.GroupBy(principal => (ThingOf(principal.Kind), principal.Name)).ToDictionary(group => group.Key, group => group.First());
        ILookup<string, string> held = draft.Drawn(EdgeKind.Holds).Select(edge => edge.Edge).ToLookup(edge => edge.From, edge => edge.To, StringComparer.Ordinal);
        given = Heads(draft, EdgeKind.Holds, edge => [edge.To])
            .Concat(Heads(draft, EdgeKind.MemberOf, edge => held[edge.To]))
            .Concat(Heads(draft, EdgeKind.Authenticates, edge => [edge.From]))
            .Distinct().ToLookup(pair => pair.Place, pair => pair.Key);
    }

    /// <summary>The calls with what they gave.</summary>
    /// <param name="calls">In the order of time.</param>
    internal IEnumerable<(TrailCall Call, TrailSubject Thing)> Of(IEnumerable<TrailCall> calls)
    {
        foreach (TrailCall call in calls.Where(call => call.Known.Effect == TrailEffect.Grant).GroupBy(call => (call.Known.Event, call.Of, call.Name)).Select(same => same.Last()))
        {
            // A name may have been given again: what happened before this one was made, happened to another.
            if (call.Of is { } name && principals.TryGetValue((call.Known.Thing, name), out Principal? principal)
                && !(FactJson.Seconds(principal.Content.Text("CreateDate")) > call.Seconds + TrailThings.Slack) && PlaceOf(call, principal.Content) is { } place)
            {
                string what = call.Name is { } policy ? $"{policy[(policy.LastIndexOf('/') + 1)..]} to {principal.Name}" : principal.Name;
                foreach (string key in given[(principal.Fact, place)].Order(StringComparer.Ordinal))
                {
                    yield return (call, new(key, what, Certainty.Declared));
                }
            }
        }
    }

    private static TrailThing ThingOf(PrincipalKind kind) => kind switch { PrincipalKind.Role => TrailThing.Role, PrincipalKind.Group => TrailThing.Group, _ => TrailThing.User };

    /// <summary>Where the principal's record has what was given: a JSON pointer; null where it has it no more.</summary>
    private static string? PlaceOf(TrailCall call, JsonElement content)
    {
        string[] steps = call.Known.Stands.Split('/');
        if (content.Member(steps[0]) is not { } given)
        {
            return null;
        }

        if (given.ValueKind != JsonValueKind.Array)
        {
            return "/" + steps[0];
        }

        int at = given.EnumerateArray().ToList().FindIndex(item => (item.ValueKind == JsonValueKind.String ? item.GetString() : item.Text(steps[^1])) is { } name && name == call.Name);
        return at < 0 ? null : $"/{steps[0]}/{at}";
    }

    /// <summary>Edges by where the records that say them have it.</summary>
    private static IEnumerable<((FactKey Fact, string Place) Place, string Key)> Heads(GraphDraft draft, EdgeKind kind, Func<GraphEdge, IEnumerable<string>> given) =>
        from drawn in draft.Drawn(kind)
        from support in drawn.Alternatives.SelectMany(alternative => alternative)
        where support is { Fact: not null, Locator.Length: > 1 }
        from key in given(drawn.Edge)
        select ((support.Fact!.Value, PlaceOf(support.Locator!)), key);

    /// <summary>The item of a list, or the member, that a pointer leads into.</summary>
    private static string PlaceOf(string pointer)
    {
        string[] steps = pointer.Split('/', 4);
        return steps.Length > 2 && int.TryParse(steps[2], out _) ? $"/{steps[1]}/{steps[2]}" : "/" + steps[1];
    }
}
