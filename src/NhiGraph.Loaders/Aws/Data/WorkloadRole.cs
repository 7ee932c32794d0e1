using System.Collections.Immutable;

namespace NhiGraph.Loaders.Aws.Data;

/// <summary>A role that a workload has.</summary>
/// <param name="Member">The path to its ARN or name, or to an instance profile's ARN.</param>
/// <param name="Services">The service principals that take it, the usual one first.</param>
/// <param name="Needs">What must be true for the workload itself to have it, where the platform takes it on its behalf.</param>
internal sealed record WorkloadRole(string Member, ImmutableArray<string> Services, string? Needs = null);
