using System.Collections.Immutable;
using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Drafts;
using NhiGraph.Loaders.Runs;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Loaders.Aws.Derive;

/// <summary>What trusts make: potential consumers with their credentials, callers that are named, named sessions, and offers to other accounts. Trusts in this whole account are met by hubs.</summary>
internal sealed class TrustEdges(AccountFacts facts, ScopeFacts scope, Restraints restraints, GraphDraft draft)
{
    private readonly Dictionary<string, Principal> principals = facts.Users.Concat(facts.Roles).ToDictionary(principal => principal.Arn, StringComparer.Ordinal);
    private readonly bool allPrincipalsRead = scope.Datasets.GetValueOrDefault((AwsDatasets.Source, AwsDatasets.Users)) == DatasetState.Complete
        && scope.Datasets.GetValueOrDefault((AwsDatasets.Source, AwsDatasets.Roles)) == DatasetState.Complete;

    internal void Add(Trust trust)
    {
        switch (trust.Form)
        {
            case TrustForm.Anyone:
                draft.Node(trust.Role.Fact, WellKnownKeys.Anyone, NodeKinds.Identity, "Anyone", 0, (PropertyNames.IdentityType, IdentityType.WellKnown.Text()));
                Assume(WellKnownKeys.Anyone, trust, trust.Conditions, trust.Support);
                break;
            case TrustForm.Service:
                Consumer(trust, AwsKeys.ServicePrincipal(trust.Value), trust.Value, ConsumerType.CloudService, CredentialType.Ambient, Posture.ShortLived, "service:" + trust.Value);
                break;
            case TrustForm.Oidc:
                string subject = $"{trust.Value}|{trust.Subject}";
                Consumer(trust, "oidc:" + subject, trust.Subject == "*" ? $"any subject of {trust.Value}" : trust.Subject!, ConsumerType.FederatedSubject, CredentialType.FederatedTrust, Posture.Federated, "oidc:" + subject);
                Admitted(trust, "oidc:" + subject);
                break;
            case TrustForm.Saml:
                Consumer(trust, "saml:" + trust.Value, $"people of {trust.Value[(trust.Value.LastIndexOf('/') + 1)..]}", ConsumerType.FederatedSubject, CredentialType.FederatedTrust, Posture.Federated, "saml:" + trust.Value);
                break;
            case TrustForm.Principal when trust.Account == facts.Account:
                Named(trust);
                break;
            case TrustForm.Session when trust.Account == facts.Account:
                Session(trust);
                break;
            case TrustForm.Deleted:
                Gone(trust, AwsKeys.UniqueId(trust.Value), trust.Value, trust.Value.StartsWith("AROA", StringComparison.Ordinal) ? IdentityType.CloudRole : IdentityType.CloudUser, Validity.Never);
                break;
            case TrustForm.Account when trust.Account != facts.Account:
                Offer(trust, AwsKeys.AssumeTerm(trust.Account));
                break;
            case TrustForm.Principal:
                OfferNamed(trust, trust.Value);
                break;
            case TrustForm.Session:
                OfferNamed(trust, RoleOfSession(trust.Value));
                break;
        }
    }

    /// <summary>The role of a session, as far as a session's ARN tells: it leaves the role's path out.</summary>
    internal static string RoleOfSession(string session)
    {
        string[] fields = session.Split(':', 6);
        string[] parts = fields[5].Split('/');
        return $"arn:{fields[1]}:iam::{fields[4]}:{(parts[0] == "assumed-role" ? "role" : "user")}/{parts[1]}";
    }

    /// <summary>The credential that a role's trust in a service gives whatever runs there as the role.</summary>
    internal static string CredentialOf(Principal role, string service) => $"{role.Key}#service:{service}";

    /// <summary>What the subjects are, by their parts. Where they may be anybody's, whoever makes an account with the platform takes the role.</summary>
    private void Admitted(Trust trust, string consumer)
    {
        draft.Node(trust.Role.Fact, consumer, NodeKinds.Consumer, "", 0, [.. trust.Admits!.Parts.Where(part => part.Value is not null)]);
        if (trust.Admits.Breadth == AdmissionBreadth.Anybody && !trust.LimitsToken)
        {
            draft.Node(trust.Role.Fact, WellKnownKeys.AnyAuthenticated, NodeKinds.Identity, "Anyone with an account", 0, (PropertyNames.IdentityType, IdentityType.WellKnown.Text()));
            Assume(WellKnownKeys.AnyAuthenticated, trust, trust.Conditions, trust.Support);
        }
    }

    private void Consumer(Trust trust, string consumer, string name, ConsumerType type, CredentialType credentialType, Posture posture, string suffix)
    {
        string credential = $"{trust.Role.Key}#{suffix}";
        draft.Node(trust.Role.Fact, consumer, NodeKinds.Consumer, name, 0, (PropertyNames.ConsumerType, type.Text()), (PropertyNames.Potential, "true"));
        draft.Node(trust.Role.Fact, credential, NodeKinds.Credential, $"{name} as {trust.Role.Name}", 1,
            (PropertyNames.CredentialType, credentialType.Text()), (PropertyNames.Posture, posture.Text()), (PropertyNames.Scope, facts.Scope));
        draft.Edge(new(EdgeKind.Uses, consumer, credential, Certainty.Proved), trust.Support);
        draft.Edge(new(EdgeKind.Authenticates, credential, trust.Role.Key, ConditionSets.CertaintyOf(trust.Conditions)) { Conditions = trust.Conditions, Validity = trust.Window, Assumptions = type == ConsumerType.CloudService ? [] : facts.OnRights }, trust.Support);
    }

    /// <summary>A trust that names a principal of this account needs no Allow of the principal; its Deny counts, and a role's boundary.</summary>
    private void Named(Trust trust)
    {
        if (principals.TryGetValue(trust.Value, out Principal? caller))
        {
            if (restraints.DenialOf(caller, trust.Role) is { } conditions && restraints.LimitOf(caller, trust.Role, pastBoundary: caller.Kind == PrincipalKind.User) is { } limits)
            {
                Assume(caller.Key, trust, ConditionSets.Union(ConditionSets.Union(trust.Conditions, conditions), ConditionSets.Union(limits, caller.UnreadBoundary)), trust.Support);
            }

            return;
        }

        Gone(trust, AwsKeys.OfArn(trust.Value), trust.Value[(trust.Value.LastIndexOf('/') + 1)..],
            trust.Value.Contains(":role/", StringComparison.Ordinal) ? IdentityType.CloudRole : IdentityType.CloudUser, allPrincipalsRead ? Validity.Never : Validity.Always);
    }

    /// <summary>Whom nobody lists. Where all principals were read it is not there: the trust is kept as evidence that dangles, and is no way in until somebody makes that principal again.</summary>
    private void Gone(Trust trust, string key, string name, IdentityType type, Validity validity)
    {
        draft.Node(trust.Role.Fact, key, NodeKinds.Identity, name, 0, (PropertyNames.IdentityType, type.Text()), (PropertyNames.Known, "false"));
        draft.Edge(new(EdgeKind.CanAssume, key, trust.Role.Key, Certainty.Declared) { Conditions = trust.Conditions, Assumptions = facts.OnRights, Validity = validity.And(trust.Window) }, trust.Support);
    }

    private void Session(Trust trust)
    {
        string key = AwsKeys.OfArn(trust.Value);
        string of = RoleOfSession(trust.Value);
        string name = trust.Value[(trust.Value.LastIndexOf('/') + 1)..];
        Principal? full = principals.GetValueOrDefault(of) ?? facts.Roles.Find(role => of.EndsWith(":role/" + role.Name, StringComparison.Ordinal));
        draft.Node(trust.Role.Fact, key, NodeKinds.Identity, name, 1,
            (PropertyNames.IdentityType, IdentityType.Session.Text()), (PropertyNames.Nature, IdentityNature.Unknown.Text()), (PropertyNames.Scope, facts.Scope));
        ImmutableArray<Condition>? denial = full is null ? [] : restraints.DenialOf(full, trust.Role) is { } denied && restraints.LimitOf(full, trust.Role, pastBoundary: true) is { } limits ? ConditionSets.Union(denied, limits) : null;
        if (denial is { } conditions)
        {
            Assume(key, trust, ConditionSets.Union(trust.Conditions, conditions), trust.Support);
        }

        if (full is null)
        {
            return;
        }

        draft.Edge(new(EdgeKind.SessionOf, key, full.Key, Certainty.Proved), trust.Support);
        draft.Edge(new(EdgeKind.CanAssume, key, full.Key, Certainty.Proved), trust.Support with { Statement = $"a session of {full.Name} has its rights" });
        if (full.Kind == PrincipalKind.Role)
        {
            // Whoever may take the role chooses the session's name. A session of another name is not this one.
            draft.CopyInto(full.Key, key, trust.Support with { Statement = $"callers of {full.Name} choose the name of their session" });
            ImmutableArray<Condition> named = [ConditionSets.Make("sts:RoleSessionName", "StringEquals", [name], $"the session is named {name}")];
            draft.Edge(new(EdgeKind.CanAssume, full.Key, key, Certainty.Conditional) { Conditions = named }, trust.Support);
        }
    }

    private void Assume(string caller, Trust trust, ImmutableArray<Condition> conditions, Support support) =>
        draft.Edge(new(EdgeKind.CanAssume, caller, trust.Role.Key, ConditionSets.CertaintyOf(conditions)) { Conditions = conditions, Validity = trust.Window, Assumptions = facts.OnRights }, support);

    private void Offer(Trust trust, string term) => draft.Term(JoinSide.Offer, term, TermContent.Of(Opening(trust)));

    private void OfferNamed(Trust trust, string arn)
    {
        draft.Term(JoinSide.Offer, AwsKeys.PrincipalTerm(arn), TermContent.Of(new JoinTerms.Named(Opening(trust), null)));
        draft.Term(JoinSide.Offer, AwsKeys.GrantsTerm(trust.Account), TermContent.Of(trust.Account));
    }

    private static JoinTerms.Opening Opening(Trust trust) => new(trust.Role.Arn, trust.Role.Name, trust.Form, trust.Value, trust.OfferedConditions, trust.Support);
}
