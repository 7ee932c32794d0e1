using System.Text.Json.Nodes;
using NhiGraph.Loaders.Aws.Live.Api;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Loaders.Aws.Live.Fetch;

/// <summary>Roots, units, accounts and policies of an organisation, as far as one account sees them. Beside each list that does not print what it was asked for, that is put, as for files.</summary>
internal sealed class OrganizationTreeFetch(LiveSession session, Action<string> told)
{
    /// <summary>AWS nests units five deep.</summary>
    private const int MostLevels = 12;

    private readonly List<JsonObject> documents = [];

    internal IEnumerable<JsonObject> Documents => documents;

    /// <summary>What did not come; null once all came.</summary>
    internal (LiveCall Call, DatasetState State, Problem Problem)? Broken { get; private set; }

    internal async Task RunAsync(CancellationToken cancellation)
    {
        JsonObject[] roots = [.. (await ReadAsync("ListRoots", null, cancellation).ConfigureAwait(false)).SelectMany(page => Items(page, "Roots"))];
        foreach (string root in Ids(roots))
        {
            await BelowAsync(root, MostLevels, cancellation).ConfigureAwait(false);
        }

        foreach (string type in roots.SelectMany(root => Items(root, "PolicyTypes")).Where(type => (string?)type["Status"] == "ENABLED").Select(type => (string?)type["Type"]).OfType<string>()
            .Where(type => type is "SERVICE_CONTROL_POLICY" or "RESOURCE_CONTROL_POLICY").Distinct().ToArray())
        {
            foreach (string policy in Ids((await ReadAsync("ListPolicies", ("Filter", type), cancellation).ConfigureAwait(false)).SelectMany(page => Items(page, "Policies"))))
            {
                await ReadAsync("DescribePolicy", ("PolicyId", policy), cancellation).ConfigureAwait(false);
                await ReadAsync("ListTargetsForPolicy", ("PolicyId", policy), cancellation, besides: true).ConfigureAwait(false);
            }
        }
    }

    private async Task BelowAsync(string parent, int levels, CancellationToken cancellation)
    {
        await ReadAsync("ListChildren", ("ParentId", parent), cancellation, besides: true, ("ChildType", "ACCOUNT")).ConfigureAwait(false);
        JsonObject[] units = [.. (await ReadAsync("ListChildren", ("ParentId", parent), cancellation, besides: true, ("ChildType", "ORGANIZATIONAL_UNIT")).ConfigureAwait(false)).SelectMany(page => Items(page, "Children"))];
        foreach (string unit in levels > 0 ? Ids(units) : [])
        {
            await BelowAsync(unit, levels - 1, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Nothing more is asked once something did not come: without it nobody can tell what binds an account.</summary>
    private async Task<IEnumerable<JsonObject>> ReadAsync(string operation, (string Name, string Value)? of, CancellationToken cancellation, bool besides = false, params (string Name, string Value)[] with)
    {
        if (Broken is not null)
        {
            return [];
        }

        LiveCall call = LiveCall.Of(operation);
        ApiCall asked = call.In(session.Region, of is { } subject ? [subject, .. with] : with);
        told($"{session.Account}, {asked}");
        PageChain chain = await PageChain.ReadAsync(session.Api, call, asked, null, cancellation).ConfigureAwait(false);
        foreach (JsonObject page in chain.Pages)
        {
            if (besides && of is var (name, value))
            {
                page[name] = value;
            }

            documents.Add(page);
        }

        Broken = chain.Broken is { } problem ? (call, chain.State, problem) : null;
        return chain.Pages;
    }

    private static IEnumerable<JsonObject> Items(JsonObject of, string list) => (of[list] as JsonArray ?? []).OfType<JsonObject>();

    private static string[] Ids(IEnumerable<JsonObject> things) => [.. things.Select(thing => (string?)thing["Id"]).OfType<string>()];
}
