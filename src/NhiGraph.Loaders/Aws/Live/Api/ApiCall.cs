using System.Text.Json.Nodes;

namespace NhiGraph.Loaders.Aws.Live.Api;

/// <summary>One question to a service.</summary>
/// <param name="Region">Where it is asked, for services that have regions.</param>
internal sealed record ApiCall(ApiService Service, string Operation, string Region, JsonObject Parameters)
{
    /// <summary>How problems name it: <c>iam:ListAccessKeys UserName=ann</c>. Page tokens are left out.</summary>
    public override string ToString()
    {
        IEnumerable<string> of = Parameters.Where(parameter => parameter.Key.EndsWith("Name", StringComparison.Ordinal) || parameter.Key.EndsWith("Id", StringComparison.Ordinal) || parameter.Key is "RoleArn" or "Filter")
            .Select(parameter => $" {parameter.Key}={parameter.Value}");
        return $"{Service.Name}:{Operation}{string.Concat(of)}{(Service.IsGlobal ? "" : " in " + Region)}";
    }
}
