using NhiGraph.Loaders.Aws.Policy;

namespace NhiGraph.Loaders.Aws.Derive;

/// <summary>Context keys that follow from who asks: a condition on them is decided for each holder and stays on no edge.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principal-properties"/>
internal static class HolderKeys
{
    private const string Tag = "aws:PrincipalTag/";

    private static readonly HashSet<string> Fixed = new(StringComparer.OrdinalIgnoreCase)
    {
        "aws:PrincipalArn", "aws:PrincipalAccount", "aws:PrincipalType", "aws:PrincipalOrgID", "aws:PrincipalIsAWSService", "aws:PrincipalServiceName", "aws:PrincipalServiceNamesList", "aws:username", "aws:userid", "kms:CallerAccount",
    };

    internal static bool Decide(PolicyCondition condition) => Fixed.Contains(condition.Key) || condition.Key.StartsWith(Tag, StringComparison.OrdinalIgnoreCase);
}
