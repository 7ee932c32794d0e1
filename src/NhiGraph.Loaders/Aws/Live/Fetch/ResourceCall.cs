using System.Collections.Immutable;
using System.Text.Json.Nodes;
using NhiGraph.Loaders.Aws.Live.Api;

namespace NhiGraph.Loaders.Aws.Live.Fetch;

/// <summary>A call that asks one resource what it says of itself (<c>resource-calls.tsv</c>).</summary>
/// <param name="Things">The dataset of the inventory that has the resources; null for the account itself.</param>
/// <param name="With">The parameter that names the resource, and a template of what the listing says of it: <c>Bucket={Name}</c>.</param>
/// <param name="In">The member of the listing that says in which region the resource is; null where that is the region of the listing.</param>
/// <param name="Kept">All of its answers that is read.</param>
internal sealed record ResourceCall(LiveCall Call, string? Things, string With, string? In, MemberTree Kept)
{
    internal const string Kind = "resource-policies";

    internal static ImmutableArray<ResourceCall> All { get; } = [.. LiveData.Lines("resource-calls.tsv").Select(Parse)];

    internal static IEnumerable<ResourceCall> Of(string things) => All.Where(call => call.Things == things);

    internal ApiCall Ask(ListedThing thing, string region) => With.Split('=') is [var parameter, var template] ? Call.In(region, (parameter, thing.Fill(template))) : Call.In(region);

    private static ResourceCall Parse(string[] fields)
    {
        var call = new LiveCall(Kind, [AwsDatasets.ResourcePolicies], FetchWay.EachResource, ApiService.Of(fields[0]), fields[1], fields[2], null, null, JsonNode.Parse(fields[4])!.AsObject())
        {
            Http = LiveCall.Told(fields[3]),
            None = LiveCall.Told(fields[8]) is { } where ? new(where, JsonNode.Parse(fields[9])!.AsObject()) : null,
        };
        return new(call, LiveCall.Told(fields[5]), fields[6], LiveCall.Told(fields[7]), MemberTree.Of(fields[10].Split(',')));
    }
}
