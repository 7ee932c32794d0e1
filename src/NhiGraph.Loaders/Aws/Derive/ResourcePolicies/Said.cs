using System.Collections.Immutable;

namespace NhiGraph.Loaders.Aws.Derive.ResourcePolicies;

/// <summary>What resources' own policies say to one caller of their account.</summary>
/// <param name="Denies">What they deny.</param>
/// <param name="ToAll">What they allow as to everybody: needs no policy of the caller's own, and no boundary's leave.</param>
/// <param name="Direct">The same where they name the user, or the session.</param>
/// <param name="ByRole">Where they name the role: within its boundary.</param>
/// <param name="Kept">What is not left to the account's own policies, of resources where it must be: as Deny statements against those policies.</param>
internal sealed record Said(
    ImmutableArray<BoundStatement> Denies,
    ImmutableArray<BoundStatement> ToAll,
    ImmutableArray<BoundStatement> Direct,
    ImmutableArray<BoundStatement> ByRole,
    ImmutableArray<BoundStatement> Kept)
{
    internal static Said Nothing { get; } = new([], [], [], [], []);
}
