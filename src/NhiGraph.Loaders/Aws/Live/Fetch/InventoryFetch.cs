using System.Collections.Immutable;
using System.Text.Json.Nodes;
using NhiGraph.Loaders.Aws.Data;
using NhiGraph.Loaders.Aws.Live.Api;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Loaders.Aws.Live.Fetch;

/// <summary>Asks in each region what is there, once what an account has once, and for each thing that a listing only names. Beside each answer stand account and region, as beside the files of an inventory.</summary>
internal sealed class InventoryFetch(LiveSession session, AccountDocuments documents, Action<string> told)
{
    private const int RegionsAtATime = 4;

    private static readonly LiveCall Regions = LiveCall.Of("DescribeRegions");

    /// <summary>The regions that the account has switched on; null where AWS did not say.</summary>
    internal async Task<ImmutableArray<string>?> RegionsAsync(CancellationToken cancellation)
    {
        told($"{session.Account}, regions");
        try
        {
            JsonObject answer = await session.Api.SendAsync(Regions.In(session.Region), cancellation).ConfigureAwait(false);
            answer["Account"] = session.Account;
            answer.Remove("RequestId");
            documents.Add(ItemsOf.Kind, ItemsOf.Kind + "-regions", [answer]);
            return [.. (answer["Regions"] as JsonArray ?? []).OfType<JsonObject>().Where(region => (string?)region["OptInStatus"] != "not-opted-in").Select(region => (string?)region["RegionName"]).OfType<string>()];
        }
        catch (ApiFaultException failed)
        {
            Problem problem = LiveProblems.Of(failed, Regions.Right);
            foreach (LiveCall call in LiveCall.All.Where(call => call.Way == FetchWay.Inventory))
            {
                documents.Miss(call, DatasetState.Partial, problem);
            }

            return null;
        }
    }

    /// <returns>The answers by dataset.</returns>
    internal async Task<ILookup<string, JsonObject>> RunAsync(ImmutableArray<string> regions, CancellationToken cancellation)
    {
        var all = new List<(string Dataset, JsonObject Answer)>();
        foreach (IGrouping<string, LiveCall> dataset in LiveCall.All.Where(call => call.Way == FetchWay.Inventory && call.Datasets.Length > 0).GroupBy(call => call.Datasets[0]))
        {
            var answers = new List<JsonObject>();
            bool once = WorkloadKind.All.Single(kind => kind.Dataset == dataset.Key).Global;
            foreach (string[] some in once ? [[session.Region]] : regions.Chunk(RegionsAtATime))
            {
                foreach (InventoryPart part in await Task.WhenAll(some.Select(region => PartAsync(dataset, region, cancellation))).ConfigureAwait(false))
                {
                    answers.AddRange(part.Answers);
                    part.Missing.ForEach(missing => documents.Miss(missing.Call, missing.State, missing.Problem));
                }
            }

            documents.Add(ItemsOf.Kind, $"{ItemsOf.Kind}-{dataset.Key}", answers);
            all.AddRange(answers.Select(answer => (dataset.Key, answer)));
        }

        return all.ToLookup(answer => answer.Dataset, answer => answer.Answer, StringComparer.Ordinal);
    }

    private async Task<InventoryPart> PartAsync(IEnumerable<LiveCall> calls, string region, CancellationToken cancellation)
    {
        var part = new InventoryPart();
        var byOperation = new Dictionary<string, List<JsonObject>>(StringComparer.Ordinal);
        foreach (LiveCall call in calls)
        {
            List<JsonObject> answers = byOperation[call.Operation] = [];
            IEnumerable<(ApiCall Asked, string? Item)> questions = call.Each is not { } each ? [(call.In(region), null)]
                : byOperation[each.Operation].SelectMany(answer => each.In(answer).Select(item => (each.Ask(call, region, item, answer), (string?)item))).ToArray();
            var sieve = new WorkloadSieve(call);
            var refusals = new Refusals();
            foreach ((ApiCall asked, string? item) in questions)
            {
                PageChain chain = await PageChain.ReadAsync(session.Api, call, asked, page => told($"{session.Account}, {asked}{(page > 1 ? $", page {page}" : "")}"), cancellation).ConfigureAwait(false);
                foreach (JsonObject page in chain.Pages)
                {
                    (page["Account"], page["Region"]) = (session.Account, region);
                    if (call.Each?.Beside is { } beside)
                    {
                        page[beside] = item;
                    }

                    sieve.Keep(page);
                    answers.Add(page);
                }

                if (chain.Broken is { } problem && chain.Fault != ApiFault.Gone)
                {
                    part.Missing.Add((call, chain.State, problem));
                }

                if (refusals.EndWith(chain))
                {
                    break;
                }
            }

            part.Answers.AddRange(answers);
        }

        return part;
    }

    private sealed class InventoryPart
    {
        internal List<JsonObject> Answers { get; } = [];

        internal List<(LiveCall Call, DatasetState State, Problem Problem)> Missing { get; } = [];
    }
}
