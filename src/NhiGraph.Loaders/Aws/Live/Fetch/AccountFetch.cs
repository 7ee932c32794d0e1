using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Amazon;
using NhiGraph.Loaders.Aws.Live.Api;

namespace NhiGraph.Loaders.Aws.Live.Fetch;

/// <summary>Asks for all of one account but its organisation.</summary>
internal sealed class AccountFetch(LiveSession session, LiveTiming timing, TimeProvider clock, Action<string> told)
{
    private readonly AccountDocuments documents = new(session.Account);
    private readonly List<string> users = [];

    internal async Task<AccountDocuments> RunAsync(ImmutableArray<string> regions, CancellationToken cancellation)
    {
        var inventory = new InventoryFetch(session, documents, told);
        ImmutableArray<string>? switchedOn = await inventory.RegionsAsync(cancellation).ConfigureAwait(false);
        regions = [.. regions.IsEmpty ? switchedOn ?? Configured() : regions.Distinct()];
        foreach (LiveCall call in LiveCall.All.Where(call => call.Way == FetchWay.Listing))
        {
            foreach (string region in call.Service.IsGlobal ? [session.Region] : regions.AsEnumerable())
            {
                await ListAsync(call, region, cancellation).ConfigureAwait(false);
            }
        }

        IEnumerable<string> reported = await new CredentialReportFetch(session, documents, timing, clock, told).RunAsync(cancellation).ConfigureAwait(false);
        await new UserListingFetch(session, documents, told).RunAsync([.. (users.Count > 0 ? users : reported).Distinct(StringComparer.Ordinal)], cancellation).ConfigureAwait(false);
        ILookup<string, JsonObject> listed = await inventory.RunAsync(regions, cancellation).ConfigureAwait(false);
        await new ResourcePolicyFetch(session, documents, told).RunAsync(listed, cancellation).ConfigureAwait(false);
        return documents;
    }

    /// <summary>Things that are of no region are listed where the partition keeps them.</summary>
    private ImmutableArray<string> Configured() =>
        [.. new[] { session.Region, ApiService.Of("iam").GlobalIn(RegionEndpoint.GetBySystemName(session.Region).PartitionName)?.Region ?? session.Region }.Distinct()];

    private async Task ListAsync(LiveCall call, string region, CancellationToken cancellation)
    {
        ApiCall first = call.In(region);
        PageChain listed = await PageChain.ReadAsync(session.Api, call, first, page => told($"{session.Account}, {first}, page {page}"), cancellation).ConfigureAwait(false);
        users.AddRange(listed.Pages.SelectMany(page => (page["UserDetailList"] as JsonArray ?? []).Select(user => (string?)(user as JsonObject)?["UserName"])).OfType<string>());
        documents.Add(call.Kind, call.Service.IsGlobal ? call.Kind : $"{call.Kind}-{region}", listed.Pages);
        if (listed.Broken is { } problem)
        {
            documents.Miss(call, listed.State, problem);
        }
        else if (call.Operation == "GetAccountAuthorizationDetails")
        {
            await new BoundaryFetch(session, documents, told).RunAsync(listed.Pages, cancellation).ConfigureAwait(false);
        }
    }
}
