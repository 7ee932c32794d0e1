using System.Collections.Immutable;
using System.Text.Json.Nodes;
using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Aws.Live.Api;

namespace NhiGraph.Loaders.Aws.Live.Fetch;

/// <summary>A call that a live load makes (<c>calls.tsv</c>, <c>inventory-calls.tsv</c>, <c>resource-calls.tsv</c>).</summary>
/// <param name="Kind">The option of <c>nhigraph load aws</c> that its answers are for.</param>
/// <param name="Datasets">What is not complete without it.</param>
/// <param name="Right">The action that a policy must allow; null for none.</param>
/// <param name="Page">The parameter that names a page; null where there is one page.</param>
/// <param name="More">The member that says whether another page follows.</param>
internal sealed record LiveCall(string Kind, ImmutableArray<string> Datasets, FetchWay Way, ApiService Service, string Operation, string? Right, string? Page, string? More, JsonObject Parameters)
{
    internal static ImmutableArray<LiveCall> All { get; } = [.. LiveData.Lines("calls.tsv").Select(Parse), .. LiveData.Lines("inventory-calls.tsv").Select(ParseInventory), .. ResourceCall.All.Select(call => call.Call)];

    /// <summary>The member of an answer that names the next page, where it is not called as the parameter is.</summary>
    public string? NextPage { get; init; }

    /// <summary>Method and path, of a service that has them.</summary>
    public string? Http { get; init; }

    /// <summary>Asked for each thing that another call's answers name; null where it is asked once.</summary>
    public ItemsOf? Each { get; init; }

    /// <summary>What a fault of it stands for that says that there is nothing; null where none does.</summary>
    public NoneAnswer? None { get; init; }

    /// <param name="service">Where several have an operation of that name.</param>
    internal static LiveCall Of(string operation, string? service = null) => All.Single(call => call.Operation == operation && (service is null || call.Service.Name == service));

    internal static IEnumerable<string> DatasetsOf(string kind) => All.Where(call => call.Kind == kind).SelectMany(call => call.Datasets).Distinct();

    /// <summary>The question.</summary>
    internal ApiCall In(string region, params ReadOnlySpan<(string Name, string Value)> with)
    {
        JsonObject parameters = Parameters.DeepClone().AsObject();
        foreach ((string name, string value) in with)
        {
            parameters[name] = value;
        }

        return new ApiCall(Service, Operation, region, parameters, Http);
    }

    private static LiveCall Parse(string[] fields) => VocabularyText.TryParse(fields[2], out FetchWay way)
        ? new(fields[0], [.. Told(fields[1])?.Split(',') ?? []], way, ApiService.Of(fields[3]), fields[4], Told(fields[5]), Told(fields[6]), Told(fields[7]), JsonNode.Parse(fields[8])!.AsObject())
        : throw new InvalidOperationException($"calls.tsv: {fields[4]}");

    private static LiveCall ParseInventory(string[] fields)
    {
        string[]? page = Told(fields[5])?.Split('=');
        return new(ItemsOf.Kind, [.. Told(fields[0])?.Split(',') ?? []], FetchWay.Inventory, ApiService.Of(fields[1]), fields[2], Told(fields[3]), page?[0], page?[^1], JsonNode.Parse(fields[6])!.AsObject())
        {
            NextPage = page?[^1],
            Http = Told(fields[4]),
            Each = Told(fields[7]) is { } of ? new ItemsOf(of, fields[8].Split('/'), [.. fields[9].Split(',')], Told(fields[10])) : null,
        };
    }

    /// <summary>The field of a line; null where it tells nothing.</summary>
    internal static string? Told(string field) => field == "-" ? null : field;
}
