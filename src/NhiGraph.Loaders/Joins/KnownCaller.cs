using System.Collections.Immutable;
using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Aws.Derive;
using NhiGraph.Loaders.Aws.Policy;

namespace NhiGraph.Loaders.Joins;

/// <summary>What is known of who asks from another account: it decides conditions that its own account could not know of, or the other could not tell.</summary>
internal sealed class KnownCaller
{
    private static readonly HashSet<string> OfAccounts = new(StringComparer.OrdinalIgnoreCase) { "aws:PrincipalAccount", "aws:PrincipalOrgID", "aws:PrincipalIsAWSService", "kms:CallerAccount" };

    private readonly RequestContext context;
    private readonly Func<string, bool> decides;
    private readonly Func<string, bool> decrypts;

    private KnownCaller(RequestPrincipal principal, IReadOnlyDictionary<string, string>? tags, string? organization, Func<string, bool> decides, Func<string, bool> decrypts)
    {
        context = new(new AccessRequest(principal, "", "*") { PrincipalTags = tags, UnknownKeys = ["*"], OrganizationId = organization });
        (this.decides, this.decrypts) = (decides, decrypts);
    }

    /// <param name="decrypts">Whether it surely may decrypt with a key.</param>
    internal static KnownCaller Of(JoinTerms.Caller caller, Func<string, bool> decrypts) =>
        new(RequestPrincipal.Parse(caller.Arn)!, caller.Tags is { } tags ? new Dictionary<string, string>(tags, StringComparer.OrdinalIgnoreCase) : null, caller.Organization, _ => true, decrypts);

    /// <summary>Any principal of an account.</summary>
    internal static KnownCaller OfAccount(string account, string? organization) => new(RequestPrincipal.Parse($"arn:aws:iam::{account}:root")!, null, organization, OfAccounts.Contains, _ => false);

    /// <summary>Those that are left to be told; null where some of them never holds.</summary>
    internal ImmutableArray<Condition>? Left(ImmutableArray<Condition> conditions)
    {
        if (conditions.IsEmpty)
        {
            return conditions;
        }

        (Condition Condition, bool? Holds)[] told = [.. conditions.Select(condition => (condition, Holds(condition)))];
        return told.Any(one => one.Holds == false) ? null : [.. told.Where(one => one.Holds is null).Select(one => one.Condition)];
    }

    /// <summary>A grant as it is for the caller; null where it is none.</summary>
    internal Grant? Left(Grant grant)
    {
        if (Left(grant.Conditions) is not { } conditions)
        {
            return null;
        }

        Grant? left = grant with { Conditions = conditions, Lowered = [.. grant.Lowered.Where(part => Holds(part.Unless) is null)] };
        foreach (LoweredBy part in grant.Lowered.Where(part => Holds(part.Unless) == false))
        {
            left = left is null ? null : DenySubtraction.Removed(left, part.Of);
        }

        return left;
    }

    /// <summary>Null where it cannot be told.</summary>
    private bool? Holds(Condition condition)
    {
        if (condition is { Key: "kms:Decrypt", Operator: "Allowed" })
        {
            return condition.Values.All(decrypts) ? true : null;
        }

        const string Deny = "Deny ";
        bool denies = condition.Operator.StartsWith(Deny, StringComparison.Ordinal);
        var asked = new PolicyCondition(denies ? condition.Operator[Deny.Length..] : condition.Operator, condition.Key, condition.Values);
        if (!HolderKeys.Decide(asked) || !decides(condition.Key) || ConditionOperator.Parse(asked.Operator) is null || condition.Values.Any(value => value.Contains("${", StringComparison.Ordinal)))
        {
            return null;
        }

        Formula holds = CompiledCondition.Compile(asked, variables: false, "").Of(context);
        return holds.IsOpen ? null : holds.IsYes != denies;
    }
}
