using System.Collections.Frozen;
using System.Collections.Immutable;
using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Aws.Data;

namespace NhiGraph.Loaders.Aws.Derive;

/// <summary>Whether resources of a service have a say of their own in who reaches them.</summary>
internal static class ResourceConsent
{
    private static readonly FrozenDictionary<string, string> Services = AwsData.Lines("consent.tsv").ToFrozenDictionary(line => line[0], line => line[1], StringComparer.Ordinal);

    /// <summary>Its resources have policies of their own.</summary>
    internal static bool IsOf(string service) => Services.ContainsKey(service);

    /// <summary>Those services.</summary>
    internal static IEnumerable<string> All => Services.Keys;

    internal static bool Decides(string service) => Services.GetValueOrDefault(service) == "decides";

    /// <summary>DECLARED where nothing works without a policy that was not read.</summary>
    internal static Certainty CertaintyOf(string service) => Decides(service) ? Certainty.Declared : Certainty.Proved;

    internal static ImmutableArray<string> AssumptionsOf(string service) => Services.ContainsKey(service) ? AwsAssumptions.OnResources : [];
}
