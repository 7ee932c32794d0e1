using NhiGraph.Loaders.Aws.Policy;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Loaders.Aws.Derive;

/// <summary>What derive could not make sense of. Codes are stable: 1xx is derive.</summary>
internal static class AwsDeriveProblems
{
    internal static Problem PoliciesUnread(Principal principal) => new(
        "NHI-AWS-101",
        $"{principal.Arn} has policies whose statements are not known ({string.Join(", ", principal.UnreadPolicies.Order(StringComparer.Ordinal))}): it may have more access, or less, than shown.",
        "Load an export that has these policies with their default version; look for other problems of this load that name them.",
        principal.Arn);

    internal static Problem PolicyMalformed(FactKey fact, string policy, string pointer, MalformedPolicyException malformed) => new(
        "NHI-AWS-102",
        $"The policy {policy} is not by the policy grammar: {malformed.Message} What it allows or denies is unknown.",
        "Correct the policy in AWS, or report it if AWS accepts it as it stands.",
        $"{fact.Key}#{pointer}{malformed.Pointer}");

    internal static Problem ActionsUnmapped(IReadOnlyCollection<KeyValuePair<string, int>> actions) => new(
        "NHI-AWS-103",
        $"{actions.Count} actions that policies name are not in the action table and give nothing here: "
            + string.Join(", ", actions.Take(40).Select(action => $"{action.Key} ({action.Value})")) + (actions.Count > 40 ? $" and {actions.Count - 40} more" : "") + ".",
        "A misspelt action gives nothing in AWS either. For a new one, bring the action table up to date (Aws/Data/generate.mjs).",
        null);

    internal static Problem BoundaryUnread(Principal principal, string boundary) => new(
        "NHI-AWS-108",
        $"The permissions boundary {boundary} of {principal.Arn} was not read: all that the principal may do is shown as possible, on condition that the boundary allows it too.",
        "AWS leaves a policy that is attached to nobody out of the export: attach it to something, load again, and detach it.",
        principal.Arn);

    internal static Problem TrustUnread(Principal role) => new(
        "NHI-AWS-104",
        $"Who may assume {role.Arn} is unknown: its trust policy could not be read.",
        "Load an export that has it; look for other problems of this load that name it.",
        role.Arn);

    internal static Problem KeysAmbiguous(string user, int slots, int keys) => new(
        "NHI-AWS-105",
        $"{slots} key slots of the credential report and {keys} listed access keys of {user} could not be told apart: they stand beside each other.",
        "Take the credential report and list-access-keys at the same time and load both.",
        user);

    internal static Problem TypesUnknown(int count, IEnumerable<string> examples) => new(
        "NHI-AWS-106",
        $"{count} resources are of no documented type, so no action is known to act on them: {string.Join(", ", examples)}.",
        "A misspelt ARN names nothing in AWS either. For a new type, bring the action table up to date (Aws/Data/generate.mjs).",
        null);

    internal static Problem PrincipalNotUnderstood(Principal role, string principal) => new(
        "NHI-AWS-107",
        $"The trust policy of {role.Arn} names a principal that is not understood: {principal}. Nobody is shown to assume the role by it.",
        "Compare it with the forms that AWS documents for the Principal element; report one that is documented.",
        role.Arn);

    internal static Problem ProfileUnread(string workload, string profile) => new(
        "NHI-AWS-109",
        $"{workload} has the instance profile {profile}, which no role that was read is in: what it runs as is unknown.",
        "Load the account's roles (aws iam get-account-authorization-details) of the same time.",
        workload);

    internal static Problem RoleNotTrusting(string workload, string role, string services) => new(
        "NHI-AWS-110",
        $"{workload} has the role {role}, whose trust policy does not let in {services} for it: it cannot act as the role.",
        "Let the role's trust policy admit the service for it, or give it another role.",
        workload);

    internal static Problem ResourcePrincipalNotUnderstood(string arn, string principal) => new(
        "NHI-AWS-119",
        $"The policy of {arn} names a principal that is not followed: {principal}. Nobody is shown to be let in by it.",
        "Canonical users and identity providers in policies of resources are not joined to anybody yet.",
        arn);
}
