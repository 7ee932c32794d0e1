using System.Collections.Immutable;
using NhiGraph.Loaders.Aws.Derive;
using NhiGraph.Loaders.Drafts;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Loaders.Joins;

/// <summary>What single principals of other accounts may do, as those accounts tell it.</summary>
internal sealed class AwsCallers(ILookup<string, JoinTerm> asks)
{
    private readonly Dictionary<string, Dictionary<string, (Grant Grant, Support Support)>> given = new(StringComparer.Ordinal);
    private readonly Dictionary<string, JoinTerms.Caller?> found = new(StringComparer.Ordinal);

    /// <summary>Null for a principal that is not there, or may do nothing in other accounts.</summary>
    /// <param name="arn">Of a session its role is meant.</param>
    internal JoinTerms.Caller? Find(string arn)
    {
        if (!found.TryGetValue(arn, out JoinTerms.Caller? caller))
        {
            string principal = CallerNode.IsSession(arn) ? TrustEdges.RoleOfSession(arn) : arn;
            found.Add(arn, caller = asks[AwsKeys.PrincipalTerm(principal)].Select(TermContent.Read<JoinTerms.Caller>).FirstOrDefault());
        }

        return caller;
    }

    /// <summary>Each right of the caller, with what says so.</summary>
    internal IEnumerable<(Grant Grant, ImmutableArray<Support> Supports)> RightsOf(JoinTerms.Caller caller)
    {
        string account = AwsKeys.AccountOf(caller.Arn);
        if (!given.TryGetValue(account, out Dictionary<string, (Grant Grant, Support Support)>? known))
        {
            given.Add(account, known = asks[AwsKeys.GrantsTerm(account)].Select(TermContent.Read<JoinTerms.Given>).ToDictionary(one => one.Id, one => (one.Allowance.ToGrant(), one.Allowance.Support), StringComparer.Ordinal));
        }

        foreach (JoinTerms.HeldRight held in caller.Rights)
        {
            (Grant grant, Support support) = known[held.Id];
            yield return (grant, [support, .. held.Ties]);
        }
    }
}
