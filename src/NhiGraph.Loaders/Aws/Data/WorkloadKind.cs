using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using NhiGraph.Graph.Model;

namespace NhiGraph.Loaders.Aws.Data;

/// <summary>A kind of workload, secret or other resource that AWS lists, as data (<c>workloads.json</c>): who prints it and which members say what. A path's names are apart by <c>/</c>, lists on the way are gone through; <c>~</c> stands for the names of members.</summary>
/// <param name="Consumer">What uses the roles; null for what has none and is only kept.</param>
/// <param name="Name">What a person calls it: a template of members; null for what its ARN ends in.</param>
/// <param name="Commands">The first lists what is there; where it does not say all, the second is asked of each.</param>
/// <param name="Pages">Where AWS documents it.</param>
internal sealed record WorkloadKind(string Dataset, string Title, ConsumerType? Consumer, string? Name, ImmutableArray<WorkloadCommand> Commands, ImmutableArray<WorkloadRole> Roles, ImmutableArray<string> Pages)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) }, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    internal static ImmutableArray<WorkloadKind> All { get; } = Read();

    /// <summary>What the listing is asked for one by one, such as clusters; <see cref="Container"/> is the member that says of which.</summary>
    public WorkloadCommand? Containers { get; init; }

    public string? Container { get; init; }

    /// <summary>Another workload says which roles it has: it is named by this member.</summary>
    public WorkloadVia? Via { get; init; }

    /// <summary>An account has them once, not region by region.</summary>
    public bool Global { get; init; }

    /// <summary>Also something that rights are over.</summary>
    public bool Resource { get; init; } = true;

    /// <summary>Its ARN ends in a revision; all revisions are one workload.</summary>
    public bool Revisions { get; init; }

    /// <summary>It admits whoever has a certificate or the like, and shows nobody who does.</summary>
    public bool Potential { get; init; }

    public string? State { get; init; }

    /// <summary>States in which it is no more.</summary>
    public ImmutableArray<string> Gone { get; init; } = [];

    /// <summary>States in which it is switched off.</summary>
    public ImmutableArray<string> Off { get; init; } = [];

    public string? Created { get; init; }

    public string? Expires { get; init; }

    public string? Rotated { get; init; }

    /// <summary>It keeps a credential of this type, of no identity.</summary>
    public CredentialType? Credential { get; init; }

    public string? Tags { get; init; }

    /// <summary>Members that name its KMS keys.</summary>
    public ImmutableArray<string> Keys { get; init; } = [];

    /// <summary>Paths to the names of environment variables; their values are never read.</summary>
    public ImmutableArray<string> Environment { get; init; } = [];

    /// <summary>Further members that are kept as they are.</summary>
    public ImmutableArray<string> Members { get; init; } = [];

    /// <summary>What each says of itself: under its ARN and these endings, facts of <see cref="AwsDatasets.ResourcePolicies"/>.</summary>
    public ImmutableArray<string> Says { get; init; } = [];

    /// <summary>Context keys whose value the workload brings when its role is taken: templates of <c>{arn}</c>, <c>{account}</c>, <c>{region}</c>, <c>{partition}</c> and kept members.</summary>
    public ImmutableSortedDictionary<string, string> Meets { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    private static ImmutableArray<WorkloadKind> Read()
    {
        using Stream stream = AwsData.Open("workloads.json");
        return JsonSerializer.Deserialize<ImmutableArray<WorkloadKind>>(stream, Options);
    }
}
