using System.Text.Json;
using NhiGraph.Loaders.Drafts;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Loaders.Aws.Derive;

/// <summary>Who is in which group, and so what statements count for whom.</summary>
internal sealed class Memberships(AccountFacts facts)
{
    private readonly Dictionary<string, Principal> groups = facts.Groups.ToDictionary(group => group.Name, StringComparer.Ordinal);

    /// <summary>The statements of a principal and, of a user, of its groups.</summary>
    internal IEnumerable<HeldStatement> StatementsOf(Principal principal) => principal.Kind != PrincipalKind.User
        ? principal.Statements
        : principal.Statements.Concat(GroupsOf(principal).SelectMany(group => group.Group.Statements.Select(held => held with { Ties = [.. held.Ties, group.Membership] })));

    /// <summary>The groups of a user.</summary>
    internal IEnumerable<(Principal Group, Support Membership)> GroupsOf(Principal user)
    {
        int index = 0;
        foreach (JsonElement name in user.Content.List("GroupList"))
        {
            string pointer = $"/GroupList/{index++}";
            if (name.GetString() is { } text && groups.TryGetValue(text, out Principal? group))
            {
                yield return (group, new Support(user.Fact, null, $"{user.Name} is a member of {group.Name}", pointer));
            }
        }
    }
}
