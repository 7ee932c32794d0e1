using System.Collections.Immutable;
using NhiGraph.Loaders.Aws.Policy;

namespace NhiGraph.Loaders.Aws.Derive.ResourcePolicies;

/// <summary>The statements of all resources' policies, found by whom they name.</summary>
internal sealed class Voices
{
    private readonly Dictionary<string, List<int>> named = new(StringComparer.Ordinal);
    private readonly List<int> everybody = [];
    private readonly ImmutableArray<CompiledStatement> all;

    internal Voices(IEnumerable<ResourcePolicy> policies)
    {
        all = [.. policies.SelectMany(policy => policy.Statements)];
        for (int i = 0; i < all.Length; i++)
        {
            PolicyStatement statement = all[i].Statement;
            if (ResourcePolicy.NamesEverybody(statement))
            {
                everybody.Add(i);
                continue;
            }

            foreach (string key in statement.Principals.Select(Key).Distinct(StringComparer.Ordinal))
            {
                if (!named.TryGetValue(key, out List<int>? list))
                {
                    named.Add(key, list = []);
                }

                list.Add(i);
            }
        }
    }

    internal bool Any => !all.IsEmpty;

    /// <summary>Those that name everybody, whoever asks.</summary>
    internal IEnumerable<CompiledStatement> ToEverybody => everybody.Select(i => all[i]).Where(statement => !statement.Statement.IsNotPrincipal);

    /// <summary>Those that name the account.</summary>
    internal IEnumerable<CompiledStatement> ToAccount(string account) => Of([account]);

    /// <summary>What is said to a caller, and how it is named.</summary>
    internal IEnumerable<(CompiledStatement Statement, PrincipalMatch Match)> To(RequestPrincipal caller, RequestContext context)
    {
        string?[] keys = caller.Kind switch
        {
            RequestPrincipalKind.Service => ["service:" + caller.Name],
            RequestPrincipalKind.Role => [caller.Arn, caller.Account, $"session:{caller.Account}/{caller.Name}"],
            _ => [caller.Arn, caller.Account],
        };
        return Of([.. keys.OfType<string>()]).Concat(everybody.Select(i => all[i])).Select(statement => (statement, PrincipalMatch.Of(statement.Statement, caller, context))).Where(said => !said.Item2.Any.IsNo);
    }

    /// <summary>An account stands for its root ARN, a session for the role that it is of.</summary>
    private static string Key(PolicyPrincipal principal) => principal.Kind != "AWS" ? $"{principal.Kind.ToLowerInvariant()}:{principal.Value}"
        : principal.Value.Split(':', 6) is not [_, _, _, _, { } account, { } rest] ? principal.Value
        : rest == "root" ? account
        : rest.StartsWith("assumed-role/", StringComparison.Ordinal) ? $"session:{account}/{rest.Split('/')[1]}"
        : principal.Value;

    private IEnumerable<CompiledStatement> Of(IEnumerable<string> keys) => keys.SelectMany(key => named.GetValueOrDefault(key) ?? []).Distinct().Order().Select(i => all[i]);
}
