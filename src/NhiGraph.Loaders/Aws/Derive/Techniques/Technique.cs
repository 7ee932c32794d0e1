using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using NhiGraph.Loaders.Aws.Data;
using NhiGraph.Loaders.Runs;

namespace NhiGraph.Loaders.Aws.Derive.Techniques;

/// <summary>A published way from some permissions to more access, as data (<c>techniques.json</c>).</summary>
/// <param name="Calls">The permissions of each call: within a call one principal must have them all; a later call others may make.</param>
/// <param name="On">What permissions of the first call must hold on.</param>
/// <param name="Services">For a service's role: the service principals of which the role must trust one.</param>
/// <param name="Needs">What must be there where no dataset lists it, or did.</param>
/// <param name="OtherCall">What to say where the principal may not make a later call itself.</param>
internal sealed record Technique(
    string Id,
    string Title,
    string Statement,
    ImmutableArray<string> References,
    ImmutableArray<ImmutableArray<string>> Calls,
    TechniqueTarget Target,
    TechniqueGain Gives,
    string? Needs,
    string? OtherCall)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

    internal static ImmutableArray<Technique> All { get; } = Read();

    public ImmutableSortedDictionary<string, PermissionScope> On { get; init; } = ImmutableSortedDictionary<string, PermissionScope>.Empty;

    public ImmutableArray<string> Services { get; init; } = [];

    public ImmutableArray<TechniqueRequirement> Requires { get; init; } = [];

    internal TechniqueInfo Info => new(Id, Title, Statement, [.. Calls.SelectMany(call => call)], References);

    /// <summary>What must be there already and a dataset lists: permissions that must hold on it are <see cref="PermissionScope.Workload"/>. Where that dataset was read whole, nothing else counts.</summary>
    public ExistingWorkload? Existing { get; init; }

    /// <summary>A role is handed over; otherwise something that runs as it already must be there.</summary>
    internal bool PassesRole => Target == TechniqueTarget.ServiceRole && On.ContainsValue(PermissionScope.Target);

    internal bool Has(TechniqueRequirement requirement) => Requires.Contains(requirement);

    private static ImmutableArray<Technique> Read()
    {
        using Stream stream = AwsData.Open("techniques.json");
        return JsonSerializer.Deserialize<ImmutableArray<Technique>>(stream, Options);
    }
}
