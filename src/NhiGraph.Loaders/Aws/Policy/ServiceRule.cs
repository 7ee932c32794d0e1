using System.Collections.Frozen;
using System.Collections.Immutable;
using NhiGraph.Loaders.Aws.Data;

namespace NhiGraph.Loaders.Aws.Policy;

/// <summary>What AWS allows or refuses by itself, whatever policies say (<c>service-rules.tsv</c>).</summary>
/// <param name="Callers">The kinds of callers it is about; null for all.</param>
internal sealed record ServiceRule(bool Allows, string Action, string[] Resource, ImmutableArray<RequestPrincipalKind>? Callers, string Reason)
{
    private static readonly ImmutableArray<ServiceRule> All =
    [
        .. AwsData.Lines("service-rules.tsv").Select(line => new ServiceRule(
            line[0] == "always",
            line[1].ToLowerInvariant(),
            line[2] == "*" ? [] : line[2].Split(':', 6),
            line[3] == "*" ? null : [.. line[3].Split(' ').Select(Enum.Parse<RequestPrincipalKind>)],
            line[4])),
    ];

    private static readonly FrozenSet<string> Services = All.Select(rule => rule.Action[..rule.Action.IndexOf(':', StringComparison.Ordinal)]).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The rules about a request's action and caller.</summary>
    internal static IEnumerable<ServiceRule> About(AccessRequest request) => !Services.Contains(request.Service) ? []
        : All.Where(rule => Glob.Matches(rule.Action, request.LowerAction) && (rule.Callers is not { } callers || callers.Contains(request.Principal.Kind)));

    /// <summary>It allows all of what is asked for, or refuses some of it.</summary>
    internal bool Decides(RequestResource asked) => Resource.Length == 0 || (!asked.IsNone && (Allows ? asked.IsWithin(Resource) : asked.Touches(Resource)));
}
