using System.Text.Json.Nodes;
using NhiGraph.Loaders.Aws.Data;

namespace NhiGraph.Loaders.Aws.Live.Fetch;

/// <summary>Asks each resource that the inventory lists for its policy and the like, and the account for what blocks public access to all of its buckets. Beside each answer stands whose it is, as beside files.</summary>
internal sealed class ResourcePolicyFetch(LiveSession session, AccountDocuments documents, Action<string> told)
{
    /// <param name="listed">The answers of the inventory, by dataset.</param>
    internal async Task RunAsync(ILookup<string, JsonObject> listed, CancellationToken cancellation)
    {
        foreach (IGrouping<string?, ResourceCall> of in ResourceCall.All.GroupBy(call => call.Things))
        {
            WorkloadKind? kind = WorkloadKind.All.FirstOrDefault(kind => kind.Dataset == of.Key);
            ListedThing[] things = kind is null ? [new(null, null, session.Account, session.Region)] : [.. listed[kind.Dataset].SelectMany(answer => ListedThing.In(kind, answer))];
            var answers = new List<JsonObject>();
            foreach (ResourceCall call in of)
            {
                foreach (IGrouping<string, ListedThing> region in things.GroupBy(thing => call.In is { } member && thing.Find(member) is { Length: > 0 } at ? at : thing.Region, StringComparer.Ordinal))
                {
                    answers.AddRange(await ReadAsync(call, region.Key, [.. region], cancellation).ConfigureAwait(false));
                }
            }

            documents.Add(ResourceCall.Kind, $"{ResourceCall.Kind}-{of.Key ?? "account"}", answers);
        }
    }

    private Task<IEnumerable<JsonObject>> ReadAsync(ResourceCall call, string region, ListedThing[] things, CancellationToken cancellation) => AskEach.ReadAsync(
        documents,
        call.Call,
        things,
        thing => OfAsync(call, region, thing, cancellation),
        number => told($"{session.Account}, {call.Call.Service.Name}:{call.Call.Operation} in {region}, {number} of {things.Length}"));

    private async Task<PageChain> OfAsync(ResourceCall call, string region, ListedThing thing, CancellationToken cancellation)
    {
        PageChain chain = await PageChain.ReadAsync(session.Api, call.Call, call.Ask(thing, region), null, cancellation).ConfigureAwait(false);
        foreach (JsonObject page in chain.Pages)
        {
            call.Kept.Prune(page);
            if (thing.Arn is not null)
            {
                page["ResourceArn"] = thing.Arn;
            }

            if (thing.Arn?.Split(':')[4] is not { Length: > 0 })
            {
                page["AccountId"] = session.Account;
            }
        }

        return chain;
    }
}
