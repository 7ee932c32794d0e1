namespace NhiGraph.Graph.Model;

/// <summary>What sort of thing uses a credential: the closed list. What fits none is <see cref="Unknown"/> and counted.</summary>
public enum ConsumerType : byte
{
    Unknown,
    /// <summary>A service of the provider that a role trusts.</summary>
    CloudService,
    Function,
    VirtualMachine,
    Container,
    Pod,
    /// <summary>Some other running workload.</summary>
    Workload,
    Pipeline,
    /// <summary>An AI agent.</summary>
    Agent,
    Script,
    Bot,
    Device,
    /// <summary>A vendor's account.</summary>
    ThirdParty,
    /// <summary>A subject, or pattern of subjects, of another issuer.</summary>
    FederatedSubject,
}
