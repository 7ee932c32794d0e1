using System.Text.Json.Nodes;

namespace NhiGraph.Loaders.Aws.Live.Api;

/// <summary>One question to a service.</summary>
/// <param name="Region">Where it is asked, for services that have regions.</param>
/// <param name="Http">Method and path, of a service that has them.</param>
internal sealed record ApiCall(ApiService Service, string Operation, string Region, JsonObject Parameters, string? Http = null)
{
    /// <summary>How problems name it: <c>iam:ListAccessKeys UserName=ann</c>. Page tokens are left out.</summary>
    public override string ToString()
    {
        IEnumerable<string> of = Parameters.Where(parameter => parameter.Key.EndsWith("Name", StringComparison.Ordinal) || parameter.Key.EndsWith("Id", StringComparison.Ordinal) || parameter.Key is "Filter" or "cluster" or "taskDefinition" or "services" or "names" || parameter.Key.EndsWith("Arn", StringComparison.Ordinal))
            .Select(parameter => $" {parameter.Key}={(parameter.Value is JsonArray several ? string.Join(',', several.Select(value => value?.ToString())) : parameter.Value?.ToString())}");
        return $"{Service.Name}:{Operation}{string.Concat(of)}{(Service.IsGlobal ? "" : " in " + Region)}";
    }
}
