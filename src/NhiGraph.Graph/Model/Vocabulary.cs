namespace NhiGraph.Graph.Model;

/// <summary>
/// The vocabulary of the graph, declared once: what a node or edge may be and how analysis treats it.
/// Loaders, stores, the API's enums, the web's legend and README's table are generated from it or tested against it.
/// </summary>
public static class Vocabulary
{
    private const NodeKinds Principals = NodeKinds.Identity | NodeKinds.Group;
    private const NodeKinds Anything = (NodeKinds)0x1FF;
    private const NodeKinds Shareable = NodeKinds.Consumer | NodeKinds.Identity | NodeKinds.Resource;

    /// <summary>Every edge kind with its rule, in the order of <see cref="EdgeKind"/>.</summary>
    public static IReadOnlyList<EdgeRule> Edges { get; } =
    [
        new(EdgeKind.HasAccount, EdgeUse.Walked, NodeKinds.Human, NodeKinds.Identity, "A person has this account."),
        new(EdgeKind.Uses, EdgeUse.Walked, NodeKinds.Consumer, NodeKinds.Credential, "A consumer uses this credential."),
        new(EdgeKind.Authenticates, EdgeUse.Walked, NodeKinds.Credential, NodeKinds.Identity, "The credential authenticates this identity."),
        new(EdgeKind.CanAssume, EdgeUse.Walked, NodeKinds.Consumer | NodeKinds.Identity, NodeKinds.Identity, "May act as this identity: every side that must consent does."),
        new(EdgeKind.MemberOf, EdgeUse.Walked, Principals, NodeKinds.Group, "Is a member of this group."),
        new(EdgeKind.Holds, EdgeUse.Walked, Principals, NodeKinds.Entitlement, "Holds this entitlement."),
        new(EdgeKind.Includes, EdgeUse.Walked, NodeKinds.Entitlement, NodeKinds.Entitlement, "The wider entitlement includes the narrower."),
        new(EdgeKind.Yields, EdgeUse.Walked, NodeKinds.Entitlement, NodeKinds.Credential | NodeKinds.Identity | NodeKinds.Consumer | NodeKinds.Group | NodeKinds.Entitlement, "Exercising the entitlement gives this."),
        new(EdgeKind.ExposedTo, EdgeUse.WalkedWhenAsked, NodeKinds.Human, NodeKinds.Credential, "The person created, rotated or could read this static secret."),
        new(EdgeKind.On, EdgeUse.Collected, NodeKinds.Entitlement, NodeKinds.Resource, "The entitlement covers this resource, or leaves it out."),
        new(EdgeKind.Contains, EdgeUse.Evidence, NodeKinds.Resource, NodeKinds.Resource, "The resource contains the other; one parent each."),
        new(EdgeKind.Created, EdgeUse.Evidence, NodeKinds.Human | NodeKinds.Identity, Anything, "Created it."),
        new(EdgeKind.Owns, EdgeUse.Evidence, NodeKinds.Human | NodeKinds.Team, Anything, "Owns it, as business, technical or escalation owner."),
        new(EdgeKind.ReportsTo, EdgeUse.Evidence, NodeKinds.Human, NodeKinds.Human, "Reports to this person."),
        new(EdgeKind.PartOf, EdgeUse.Evidence, Anything, NodeKinds.Application, "Belongs to this application."),
        new(EdgeKind.InTeam, EdgeUse.Evidence, NodeKinds.Human, NodeKinds.Team, "Is in this team."),
        new(EdgeKind.StoredIn, EdgeUse.Evidence, NodeKinds.Credential, NodeKinds.Resource, "The credential is kept there."),
        new(EdgeKind.SessionOf, EdgeUse.Evidence, NodeKinds.Identity, NodeKinds.Identity, "Is a down-scoped use of this identity."),
        new(EdgeKind.Exercised, EdgeUse.Evidence, NodeKinds.Identity | NodeKinds.Credential | NodeKinds.Consumer, Anything, "Was seen using it; past use never adds access."),
    ];

    public static EdgeRule RuleOf(EdgeKind kind) => Edges[(int)kind];

    public static EdgeUse UseOf(EdgeKind kind) => RuleOf(kind).Use;

    /// <summary>Whether a node may be of all these kinds at once: one kind alone, or any of Consumer, Identity and Resource together.</summary>
    public static bool MayShareNode(NodeKinds kinds) =>
        kinds != NodeKinds.None && ((kinds & (kinds - 1)) == 0 || (kinds & ~Shareable) == 0);

    /// <summary>Whether an edge of this kind may run between nodes of these kinds.</summary>
    public static bool MayJoin(EdgeKind kind, NodeKinds from, NodeKinds to) =>
        (RuleOf(kind).From & from) != 0 && (RuleOf(kind).To & to) != 0;

    /// <summary>How a resource of this type counts.</summary>
    public static ResourceTraits TraitsOf(ResourceType type) => type switch
    {
        ResourceType.Tenant
            or ResourceType.Account
            or ResourceType.Organization
            or ResourceType.Service
            or ResourceType.ResourceGroup
            or ResourceType.Cluster
            or ResourceType.Namespace
            or ResourceType.Project => ResourceTraits.Container,
        ResourceType.Bucket
            or ResourceType.Table
            or ResourceType.Database
            or ResourceType.FileSystem
            or ResourceType.Volume
            or ResourceType.Secret
            or ResourceType.Parameter
            or ResourceType.Key
            or ResourceType.Queue
            or ResourceType.Topic
            or ResourceType.Stream
            or ResourceType.SearchIndex
            or ResourceType.Cache
            or ResourceType.DataSet
            or ResourceType.Backup
            or ResourceType.Snapshot
            or ResourceType.LogStore
            or ResourceType.ArtifactStore
            or ResourceType.CodeRepository
            or ResourceType.Mailbox => ResourceTraits.HoldsData,
        ResourceType.Function
            or ResourceType.VirtualMachine
            or ResourceType.ContainerService
            or ResourceType.Job
            or ResourceType.Pipeline
            or ResourceType.Workflow
            or ResourceType.Application
            or ResourceType.Notebook
            or ResourceType.Model
            or ResourceType.Agent
            or ResourceType.Stack => ResourceTraits.RunsCode,
        ResourceType.User
            or ResourceType.Role
            or ResourceType.Group
            or ResourceType.Policy
            or ResourceType.IdentityProvider
            or ResourceType.InstanceProfile => ResourceTraits.Identity,
        _ => ResourceTraits.None,
    };
}
