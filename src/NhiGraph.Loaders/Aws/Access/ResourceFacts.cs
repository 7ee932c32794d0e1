using NhiGraph.Loaders.Aws.Policy;

namespace NhiGraph.Loaders.Aws.Access;

/// <summary>What the facts say of what is asked for.</summary>
/// <param name="Tags">Null where no fact lists it.</param>
/// <param name="Policy">Its own policy, a role's trust policy; null for what has none, and where it was not read.</param>
/// <param name="IsRead">Whether that policy, or that there is none, was read.</param>
internal sealed record ResourceFacts(IReadOnlyDictionary<string, string>? Tags, NamedPolicy? Policy, bool IsRead)
{
    /// <summary>Of a bucket, or an object of one: the customer's key that it encrypts with by default; null where there is none, or that was not read.</summary>
    internal string? Key { get; init; }

    internal static ResourceFacts None { get; } = new(null, null, false);
}
