using System.Collections.Immutable;
using NhiGraph.Loaders.Aws.Policy;

namespace NhiGraph.Loaders.Aws.Access;

/// <summary>What an organisation binds an account with, level by level from the root down.</summary>
/// <param name="Manages">The account manages it, and is not bound.</param>
internal sealed record OrganizationPolicies(string? Id, bool Manages, ImmutableArray<ImmutableArray<NamedPolicy>> ServiceControl, ImmutableArray<ImmutableArray<NamedPolicy>> ResourceControl);
