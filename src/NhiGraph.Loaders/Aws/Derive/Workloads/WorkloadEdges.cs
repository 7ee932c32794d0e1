using System.Collections.Immutable;
using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Drafts;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Loaders.Aws.Derive.Workloads;

/// <summary>
/// Workloads as consumers, with the credentials that their platform gives them. A workload uses what its role's trust in the service gives all of that service; where the trust asks for something that this workload brings and others
/// do not, it has a credential of its own.
/// </summary>
internal sealed class WorkloadEdges(AccountFacts facts, WorkloadIndex workloads, ResourceCatalog catalog, TagReader tags, GraphDraft draft)
{
    /// <summary>Its nodes; to be called before rights are laid over resources.</summary>
    internal void AddNodes()
    {
        foreach (Workload workload in workloads.All)
        {
            string[] environment = [.. workload.Content.Texts("EnvironmentNames")];
            (string, string?)[] properties =
            [
                (PropertyNames.ConsumerType, workload.Kind.Consumer?.Text()), (PropertyNames.ExpiresAt, workload.Content.Text("ExpirationDate")),
                (PropertyNames.CreatedAt, workload.Content.Text("CreateDate")), (PropertyNames.LastRotatedAt, workload.Content.Text("LastRotatedDate")), (PropertyNames.Potential, workload.Kind.Potential ? "true" : null),
                (PropertyNames.Enabled, workload.IsOff ? "false" : null), (PropertyNames.Status, workload.Kind.Off.IsEmpty ? workload.Content.Text("State") : null),
                ("environmentNames", environment.Length == 0 ? null : string.Join(", ", environment)), .. tags.Properties(workload.Content),
            ];
            if (workload.Kind.Resource)
            {
                catalog.List(workload.Fact, workload.Arn, workload.Kind.Consumer is null ? NodeKinds.Resource : NodeKinds.Consumer | NodeKinds.Resource, workload.Name, 2, properties);
            }
            else
            {
                draft.Node(workload.Fact, workload.Key, NodeKinds.Consumer, workload.Name, 2, [.. properties, (PropertyNames.Scope, facts.Scope)]);
            }

            if (workload.Kind.Credential is { } type)
            {
                Kept(workload, type);
            }

            foreach (string key in workload.Content.Texts("Keys").Where(key => key.StartsWith("arn:", StringComparison.Ordinal)))
            {
                catalog.Name(workload.Fact, key);
            }
        }
    }

    /// <summary>A credential of no identity, and where it is kept.</summary>
    private void Kept(Workload workload, CredentialType type)
    {
        string key = workload.Key + "#credential";
        string? made = workload.Content.Text("CreateDate");
        draft.Node(workload.Fact, key, NodeKinds.Credential, workload.Name, 2,
            (PropertyNames.CredentialType, type.Text()), (PropertyNames.Posture, Posture.Expiring.Text()), (PropertyNames.CreatedAt, made), (PropertyNames.LastRotatedAt, made), (PropertyNames.ExpiresAt, workload.Content.Text("ExpirationDate")), (PropertyNames.Scope, facts.Scope));
        draft.Edge(new(EdgeKind.StoredIn, key, workload.Key, Certainty.Proved), new Support(workload.Fact, null, $"{workload.Name} is kept there", "/Arn"));
    }

    internal void AddEdges(IReadOnlyList<Trust> trusts)
    {
        ILookup<Principal, Trust> ofRole = trusts.ToLookup(trust => trust.Role);
        foreach (Workload workload in workloads.All)
        {
            foreach ((Data.WorkloadRole use, Principal? role, string? arn, string named, Workload says) in workloads.RolesOf(workload))
            {
                var runs = new Support(says.Fact, null, $"{workload.Name} has the role {named[(named.LastIndexOf('/') + 1)..]} ({use.Member})", "/Roles");
                ImmutableArray<Condition> needs = use.Needs is { } needed ? [ConditionSets.Make("Prerequisite", "Exists", [], needed)] : [];
                if (role is not null)
                {
                    Add(workload, says, use, role, [.. ofRole[role]], needs, runs);
                }
                else if (arn is not null)
                {
                    Unlisted(workload, says, use.Services[0], arn, needs, runs);
                }
                else
                {
                    draft.Problem(AwsDeriveProblems.ProfileUnread(workload.Arn, named));
                }
            }
        }
    }

    private void Add(Workload workload, Workload says, Data.WorkloadRole use, Principal role, Trust[] trusts, ImmutableArray<Condition> needs, Support runs)
    {
        // Of several services that may take the role, the first that its trust names is the one that does.
        string? service = use.Services.FirstOrDefault(service => Array.Exists(trusts, trust => trust.Form == TrustForm.Service && trust.Value == service));
        bool any = false;
        foreach (Trust trust in service is null ? [] : trusts.Where(trust => trust.Form == TrustForm.Service && trust.Value == service))
        {
            if (SourceConditions.Left(trust.Conditions, says) is not { } left)
            {
                continue;
            }

            any = true;
            string shared = TrustEdges.CredentialOf(role, service!);
            if (left.Length == trust.Conditions.Length)
            {
                Uses(workload, shared, needs, runs);
                continue;
            }

            string own = Own(says, shared, role.Name);
            Uses(workload, own, needs, runs);
            draft.Edge(new(EdgeKind.Authenticates, own, role.Key, ConditionSets.CertaintyOf(left)) { Conditions = left, Validity = trust.Window }, trust.Support, runs);
        }

        if (any)
        {
            return;
        }

        // A trust that was not read, or lets in everybody, may admit it; one that was read and does not leaves it without.
        bool read = trusts.Length > 0 && !Array.Exists(trusts, trust => trust.Form == TrustForm.Anyone);
        string credential = Own(says, TrustEdges.CredentialOf(role, use.Services[0]), role.Name);
        Uses(workload, credential, needs, runs);
        draft.Edge(new(EdgeKind.Authenticates, credential, role.Key, Certainty.Declared) { Validity = read ? Validity.Never : Validity.Always }, runs);
        if (read)
        {
            draft.Problem(AwsDeriveProblems.RoleNotTrusting(workload.Arn, role.Arn, string.Join(" or ", use.Services)));
        }
    }

    /// <summary>A role that nobody listed: in this account, where all roles were, there is none.</summary>
    private void Unlisted(Workload workload, Workload says, string service, string arn, ImmutableArray<Condition> needs, Support runs)
    {
        string account = arn.Split(':') is { Length: >= 6 } fields ? fields[4] : facts.Account, name = arn[(arn.LastIndexOf('/') + 1)..];
        string key = AwsKeys.OfArn(arn);
        draft.Node(says.Fact, key, NodeKinds.Identity, name, 0, (PropertyNames.IdentityType, IdentityType.CloudRole.Text()), (PropertyNames.Known, "false"), (PropertyNames.Scope, AwsKeys.Account(account)));
        string credential = Own(says, $"{key}#service:{service}", name);
        Uses(workload, credential, needs, runs);
        draft.Edge(new(EdgeKind.Authenticates, credential, key, Certainty.Declared) { Validity = account == facts.Account && facts.IsWhole(AwsDatasets.Roles) ? Validity.Never : Validity.Always }, runs);
    }

    private string Own(Workload workload, string shared, string role)
    {
        string key = $"{shared}|{workload.Arn}";
        draft.Node(workload.Fact, key, NodeKinds.Credential, $"{workload.Name} as {role}", 1,
            (PropertyNames.CredentialType, CredentialType.Ambient.Text()), (PropertyNames.Posture, Posture.ShortLived.Text()), (PropertyNames.Scope, facts.Scope));
        return key;
    }

    private void Uses(Workload workload, string credential, ImmutableArray<Condition> needs, Support runs) =>
        draft.Edge(new(EdgeKind.Uses, workload.Key, credential, ConditionSets.CertaintyOf(needs)) { Conditions = needs, Validity = workload.IsOff ? Validity.Never : Validity.Always }, runs);
}
