using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace NhiGraph.Loaders.Aws.Live.Api;

/// <summary>One question to a service.</summary>
/// <param name="Region">Where it is asked, for services that have regions.</param>
/// <param name="Http">Method and path, of a service that has them.</param>
internal sealed partial record ApiCall(ApiService Service, string Operation, string Region, JsonObject Parameters, string? Http = null)
{
    /// <summary>What its host begins with; null where that names nothing. A bucket whose name is no label of a host stands in the path.</summary>
    internal string? HostLabel => Service.HostOf is { } of && Parameters[of]?.ToString() is { } name && Label().IsMatch(name) ? name : null;

    /// <summary>How problems name it: <c>iam:ListAccessKeys UserName=ann</c>. Page tokens are left out.</summary>
    public override string ToString()
    {
        IEnumerable<string> of = Parameters.Where(parameter => parameter.Key.EndsWith("Name", StringComparison.Ordinal) || parameter.Key.EndsWith("Id", StringComparison.Ordinal) || parameter.Key is "Filter" or "Bucket" or "QueueUrl" or "cluster" or "taskDefinition" or "services" or "names" || parameter.Key.EndsWith("Arn", StringComparison.Ordinal))
            .Select(parameter => $" {parameter.Key}={(parameter.Value is JsonArray several ? string.Join(',', several.Select(value => value?.ToString())) : parameter.Value?.ToString())}");
        return $"{Service.Name}:{Operation}{string.Concat(of)}{(Service.IsGlobal ? "" : " in " + Region)}";
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$", RegexOptions.CultureInvariant)]
    private static partial Regex Label();
}
