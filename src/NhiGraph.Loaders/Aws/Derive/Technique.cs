using System.Collections.Immutable;
using System.Text.Json;
using NhiGraph.Loaders.Aws.Data;
using NhiGraph.Loaders.Runs;

namespace NhiGraph.Loaders.Aws.Derive;

/// <summary>A way to take a role by passing it to a service, as data (<c>techniques.json</c>).</summary>
/// <param name="Calls">The permissions of each call: within a call one principal must have them all; a later call others may make.</param>
/// <param name="Pass">The permission of the first call that names the role.</param>
/// <param name="Service">The service principal that the role must trust.</param>
/// <param name="OtherCall">What to say where the principal may not make a later call itself.</param>
internal sealed record Technique(
    string Id,
    string Title,
    string Statement,
    ImmutableArray<string> References,
    ImmutableArray<ImmutableArray<string>> Calls,
    string Pass,
    string Service,
    string OtherCall)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    internal static ImmutableArray<Technique> All { get; } = Read();

    internal TechniqueInfo Info => new(Id, Title, Statement, [.. Calls.SelectMany(call => call)], References);

    private static ImmutableArray<Technique> Read()
    {
        using Stream stream = AwsData.Open("techniques.json");
        return JsonSerializer.Deserialize<ImmutableArray<Technique>>(stream, Options);
    }
}
