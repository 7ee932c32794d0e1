namespace NhiGraph.Graph.Model;

/// <summary>What sort of account acts: the closed list. What fits none is <see cref="Unknown"/> and counted.</summary>
public enum IdentityType : byte
{
    /// <summary>No known type; counted.</summary>
    Unknown,
    /// <summary>A long-lived cloud account with its own credentials, such as an IAM user.</summary>
    CloudUser,
    /// <summary>A cloud role that others take on.</summary>
    CloudRole,
    /// <summary>The owner account of a cloud account or tenant.</summary>
    RootUser,
    /// <summary>A service account of a cluster or directory.</summary>
    ServiceAccount,
    /// <summary>An application's identity in a directory.</summary>
    ServicePrincipal,
    /// <summary>An identity that the platform holds for a workload.</summary>
    ManagedIdentity,
    /// <summary>An identity that a workload proves by a token of its own.</summary>
    WorkloadIdentity,
    /// <summary>An application that acts by users' consent.</summary>
    OauthApp,
    /// <summary>An app installed into an organisation, such as a GitHub App.</summary>
    AppInstallation,
    /// <summary>The identity of an AI agent.</summary>
    AgentIdentity,
    /// <summary>A role of a secrets vault.</summary>
    VaultRole,
    /// <summary>An account that a person signs in with.</summary>
    HumanAccount,
    /// <summary>A down-scoped use of another identity.</summary>
    Session,
    /// <summary>Anyone, or anyone who is signed in.</summary>
    WellKnown,
}
