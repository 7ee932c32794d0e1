using System.Collections.Immutable;

namespace NhiGraph.Loaders.Aws.Live;

/// <summary>Which accounts a live load reads, and as whom.</summary>
/// <param name="Profile">Of the AWS configuration; null for the usual chain: environment, web identity, default profile, container, machine.</param>
/// <param name="Roles">Assumed one by one, each an account; none: the account of the credentials themselves.</param>
/// <param name="Regions">Where services that have regions are asked; none: in each that the account has switched on.</param>
public sealed record AwsLiveOptions(string? Profile, ImmutableArray<string> Roles, ImmutableArray<string> Regions);
