using System.Collections.Immutable;
using System.Text.Json;
using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Runs;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Loaders.Tests.Runs;

/// <summary>
/// A provider small enough to check by eye and with all that makes runs hard: scopes name each other's buckets (shared nodes, shared edges), trusts and rights join
/// across scopes, a trust in a scope that nobody loaded is one-sided, and a dataset's state shows in the graph.
/// </summary>
internal static class ToyProvider
{
    internal const string Kind = "toy";

    internal static Provider Create(string rules = "1", bool bad = false) =>
        new(Kind, new(rules), facts => Derive(facts, rules, bad), Join, [], [], new([]));

    internal static string User(string scope, string name) => $"{scope}/user/{name}";

    internal static string Bucket(string scope, string name) => $"{scope}/bucket/{name}";

    private static DerivedScope Derive(ScopeFacts facts, string rules, bool bad)
    {
        var made = new ToyContent(facts.Scope);
        bool usersWhole = facts.Datasets.GetValueOrDefault(("toy", "users")) == DatasetState.Complete;
        foreach (Fact fact in facts.Facts)
        {
            JsonElement record = JsonDocument.Parse(fact.Content).RootElement;
            switch (fact.Id.Dataset)
            {
                case "users":
                    string user = User(facts.Scope, fact.Id.Key);
                    made.Say(fact, user, NodeKinds.Identity, 2, ("rules", rules), ("whole", usersWhole ? "true" : "false"), ("purpose", record.GetProperty("purpose").GetString()!));
                    foreach (JsonElement trusted in record.GetProperty("trusts").EnumerateArray())
                    {
                        made.Term(JoinSide.Offer, user, trusted.GetString()!);
                    }

                    break;
                case "buckets":
                    made.Say(fact, facts.Scope, NodeKinds.Resource, 1);
                    made.Say(fact, Bucket(facts.Scope, fact.Id.Key), NodeKinds.Resource, 2, ("purpose", record.GetProperty("purpose").GetString()!));
                    made.Edge(fact, new GraphEdge(EdgeKind.Contains, facts.Scope, Bucket(facts.Scope, fact.Id.Key), Certainty.Proved));
                    if (record.TryGetProperty("under", out JsonElement under))
                    {
                        made.Edge(fact, new GraphEdge(EdgeKind.Contains, Bucket(facts.Scope, under.GetString()!), Bucket(facts.Scope, fact.Id.Key), Certainty.Proved));
                    }

                    break;
                default:
                    Right(made, fact, record, bad);
                    break;
            }
        }

        return made.Scope();
    }

    private static void Right(ToyContent made, Fact fact, JsonElement record, bool bad)
    {
        string holder = User(fact.Id.Scope, record.GetProperty("holder").GetString()!);
        made.Say(fact, holder, NodeKinds.Identity, 0);
        if (record.TryGetProperty("assume", out JsonElement assumed))
        {
            made.Term(JoinSide.Ask, assumed.GetString()!, holder);
            return;
        }

        // Any scope may name a bucket of any other and where it hangs: both then state the same node and the same edge.
        string bucket = record.GetProperty("bucket").GetString()!;
        string account = bucket.Split('/')[0];
        string hub = $"{holder}#read {bucket}";
        made.Say(fact, account, NodeKinds.Resource, 0);
        made.Say(fact, bucket, NodeKinds.Resource, 0, ("known", "false"), ("purpose", "named"));
        made.Edge(fact, new GraphEdge(EdgeKind.Contains, account, bucket, Certainty.Inferred));
        if (!bad)
        {
            made.Say(fact, hub, NodeKinds.Entitlement, 1);
        }

        made.Edge(fact, new GraphEdge(EdgeKind.Holds, holder, hub, Certainty.Proved));
        made.Edge(fact, new GraphEdge(EdgeKind.On, hub, bucket, Certainty.Proved) { On = OnTarget.AllowSelf });
        if (bad)
        {
            made.Say(fact, bucket + "#odd", NodeKinds.Human | NodeKinds.Group, 1);
            made.Edge(fact, new GraphEdge(EdgeKind.Holds, bucket, holder, Certainty.Proved));
        }
    }

    private static DerivedScope Join(JoinInput input)
    {
        var made = new ToyContent(DerivedScope.JoinOwner(input.Scope));
        foreach (JoinTerm offer in input.Offers)
        {
            string trusted = JsonDocument.Parse(offer.Content).RootElement.GetString()!;
            string scope = trusted.Split('/')[0];
            Support trust = new(new FactKey("toy", input.Scope, "users", offer.JoinKey.Split('/')[2]), null, $"{offer.JoinKey} trusts {trusted}", null);
            if (!input.Scopes.Contains(scope))
            {
                made.Say(trust.Fact!.Value, trusted, NodeKinds.Identity, 0, ("known", "false"));
                made.Edge(trust, new GraphEdge(EdgeKind.CanAssume, trusted, offer.JoinKey, Certainty.Declared));
            }
            else if (input.Asks.Any(ask => ask.JoinKey == offer.JoinKey && JsonDocument.Parse(ask.Content).RootElement.GetString() == trusted))
            {
                made.Edge(trust, new GraphEdge(EdgeKind.CanAssume, trusted, offer.JoinKey, Certainty.Proved));
            }
        }

        return made.Scope();
    }
}
