using System.Collections.Immutable;
using System.Text.Json;
using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Aws.Data;
using NhiGraph.Loaders.Aws.Policy;
using NhiGraph.Loaders.Drafts;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Loaders.Aws.Derive;

/// <summary>Reads trust policies: who may ask for a session of a role. Deny statements are subtracted; a condition that the caller meets by being itself is left out.</summary>
internal sealed class TrustReader(ActionTable table, ActionMatcher matcher, GraphDraft draft)
{
    private readonly int assume = table.Find("sts:AssumeRole");
    private readonly int assumeByToken = table.Find("sts:AssumeRoleWithWebIdentity");
    private readonly int assumeBySaml = table.Find("sts:AssumeRoleWithSAML");

    internal List<Trust> Read(Principal role)
    {
        const string Pointer = "/AssumeRolePolicyDocument";
        if (role.Content.Member("AssumeRolePolicyDocument") is not { } content || content.IsUnreadable())
        {
            draft.Problem(AwsDeriveProblems.TrustUnread(role));
            return [];
        }

        PolicyDocument policy;
        try
        {
            policy = PolicyParser.Parse(content);
        }
        catch (MalformedPolicyException malformed)
        {
            draft.Problem(AwsDeriveProblems.PolicyMalformed(role.Fact, "that says who may assume the role", Pointer, malformed));
            return [];
        }

        var trusts = new List<Trust>();
        foreach (PolicyStatement statement in policy.Statements.Where(statement => statement.IsAllow))
        {
            IndexSet actions = matcher.Of(statement);
            var support = new Support(role.Fact, null, $"trust policy of {role.Name}, {statement.Title}", Pointer + statement.Pointer);
            if (statement.IsNotPrincipal)
            {
                if (actions.Contains(assume))
                {
                    string[] left = [.. statement.Principals.Select(principal => principal.Value)];
                    trusts.Add(new(role, TrustForm.Anyone, "*", null, ConditionSets.Sorted([.. statement.Conditions.Select(ConditionSets.Of), ConditionSets.Make("NotPrincipal", "NotEquals", left, $"the caller is none of {string.Join(", ", left)}")]), support));
                }

                continue;
            }

            Validity window = DateWindow.Of(statement.Conditions);
            PolicyStatement undated = window.IsAlways ? statement : statement with { Conditions = [.. statement.Conditions.Where(condition => !DateWindow.IsWindow(condition))] };
            trusts.AddRange(statement.Principals.SelectMany(principal => Of(role, principal, undated, actions, support)).Select(trust => trust with { Window = window }));
        }

        foreach (PolicyStatement deny in policy.Statements.Where(statement => !statement.IsAllow))
        {
            trusts = Subtract(trusts, deny, matcher.Of(deny), role);
        }

        return trusts;
    }

    private IEnumerable<Trust> Of(Principal role, PolicyPrincipal principal, PolicyStatement statement, IndexSet actions, Support support)
    {
        ImmutableArray<Condition> conditions = ConditionSets.Sorted(statement.Conditions.Select(ConditionSets.Of));
        string value = principal.Value;
        switch (principal.Kind)
        {
            case "AWS" when value == "*":
                return actions.Contains(assume) ? [new(role, TrustForm.Anyone, value, null, conditions, support)] : [];
            case "AWS" when value.Length == 12 && value.All(char.IsAsciiDigit):
                return actions.Contains(assume) ? [new(role, TrustForm.Account, value, null, conditions, support)] : [];
            case "AWS" when IsUniqueId(value):
                return actions.Contains(assume) ? [new(role, TrustForm.Deleted, value, null, conditions, support)] : [];
            case "AWS" when value.Split(':', 6) is ["arn", _, "iam" or "sts", _, { Length: 12 } account, string rest]:
                TrustForm? form = rest == "root" ? TrustForm.Account
                    : rest.StartsWith("user/", StringComparison.Ordinal) || rest.StartsWith("role/", StringComparison.Ordinal) ? TrustForm.Principal
                    : rest.StartsWith("assumed-role/", StringComparison.Ordinal) || rest.StartsWith("federated-user/", StringComparison.Ordinal) ? TrustForm.Session
                    : null;
                if (form is null)
                {
                    break;
                }

                return actions.Contains(assume) ? [new(role, form.Value, form == TrustForm.Account ? account : value, null, conditions, support)] : [];
            case "Service":
                return actions.Contains(assume) ? [new(role, TrustForm.Service, value, null, conditions, support)] : [];
            case "Federated" when value.Contains(":saml-provider/", StringComparison.Ordinal):
                return actions.Contains(assumeBySaml) ? [new(role, TrustForm.Saml, value, null, ConditionSets.Sorted(statement.Conditions.Where(condition => !IsSamlAudience(condition)).Select(ConditionSets.Of)), support)] : [];
            case "Federated":
                return actions.Contains(assumeByToken) ? OidcTrust.Of(role, value, statement, support) : [];
        }

        draft.Problem(AwsDeriveProblems.PrincipalNotUnderstood(role, $"{principal.Kind} {value}"));
        return [];
    }

    /// <summary>https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html: users begin with AIDA, roles with AROA.</summary>
    private static bool IsUniqueId(string principal) =>
        (principal.StartsWith("AIDA", StringComparison.Ordinal) || principal.StartsWith("AROA", StringComparison.Ordinal)) && principal.All(char.IsAsciiLetterOrDigit);

    private static bool IsSamlAudience(PolicyCondition condition) =>
        condition.IsKey("SAML:aud") && condition.Comparison == "StringEquals" && condition.Values.Contains("https://signin.aws.amazon.com/saml");

    /// <summary>A Deny that always applies takes its principals out; one with conditions, or one that leaves principals of an account out of the account's trust, makes the trust conditional.</summary>
    private List<Trust> Subtract(List<Trust> trusts, PolicyStatement deny, IndexSet actions, Principal role)
    {
        var left = new List<Trust>();
        foreach (Trust trust in trusts)
        {
            int action = trust.Form switch { TrustForm.Oidc => assumeByToken, TrustForm.Saml => assumeBySaml, _ => assume };
            DenyReach reach = actions.Contains(action) ? Reaches(deny, trust) : DenyReach.None;
            if (reach == DenyReach.All && deny.Conditions.IsEmpty)
            {
                continue;
            }

            string where = $"the trust policy of {role.Name}, {deny.Title}";
            left.Add(reach == DenyReach.None ? trust : trust with
            {
                Conditions = ConditionSets.Union(trust.Conditions, [deny.Conditions.IsEmpty || reach == DenyReach.Some
                    ? ConditionSets.Make("Principal", "Deny", deny.Principals.Select(principal => principal.Value), $"the caller is not one that {where} denies")
                    : ConditionSets.Unless(deny.Conditions, where)]),
            });
        }

        return left;
    }

    private enum DenyReach
    {
        None,
        Some,
        All,
    }

    private static DenyReach Reaches(PolicyStatement deny, Trust trust)
    {
        DenyReach named = deny.Principals.Select(principal => Reaches(principal, trust)).DefaultIfEmpty(DenyReach.None).Max();
        return !deny.IsNotPrincipal ? named : named switch { DenyReach.All => DenyReach.None, DenyReach.Some => DenyReach.Some, _ => DenyReach.All };
    }

    private static DenyReach Reaches(PolicyPrincipal denied, Trust trust)
    {
        if (denied is { Kind: "AWS", Value: "*" })
        {
            return DenyReach.All;
        }

        switch (trust.Form)
        {
            case TrustForm.Service:
                return denied.Kind == "Service" && denied.Value == trust.Value ? DenyReach.All : DenyReach.None;
            case TrustForm.Oidc or TrustForm.Saml:
                return denied.Kind == "Federated" && (denied.Value == trust.Value || denied.Value.EndsWith("oidc-provider/" + trust.Value, StringComparison.Ordinal)) ? DenyReach.All : DenyReach.None;
        }

        if (denied.Kind != "AWS")
        {
            return DenyReach.None;
        }

        string account = denied.Value.Split(':') is { Length: >= 6 } parts ? parts[4] : denied.Value;
        bool whole = account == denied.Value || denied.Value.EndsWith(":root", StringComparison.Ordinal);
        return trust.Form == TrustForm.Anyone ? DenyReach.Some
            : trust.Account != account ? DenyReach.None
            : whole || denied.Value == trust.Value ? DenyReach.All
            : trust.Form == TrustForm.Account ? DenyReach.Some
            : trust.Form == TrustForm.Session && trust.Value.Contains($":assumed-role/{denied.Value[(denied.Value.LastIndexOf('/') + 1)..]}/", StringComparison.Ordinal) ? DenyReach.All
            : trust.Form == TrustForm.Principal && denied.Value.Contains($":assumed-role/{trust.Value[(trust.Value.LastIndexOf('/') + 1)..]}/", StringComparison.Ordinal) ? DenyReach.Some
            : DenyReach.None;
    }
}
