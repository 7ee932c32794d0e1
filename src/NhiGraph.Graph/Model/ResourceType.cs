namespace NhiGraph.Graph.Model;

/// <summary>What sort of thing access is for: the closed list. What fits none is <see cref="Unknown"/> and counted. <see cref="Vocabulary.TraitsOf"/> tells which hold data, run code or contain.</summary>
public enum ResourceType : byte
{
    /// <summary>No known type; counted.</summary>
    Unknown,
    /// <summary>A whole directory or organisation.</summary>
    Tenant,
    /// <summary>A cloud account or subscription.</summary>
    Account,
    /// <summary>An organisation of accounts or repositories.</summary>
    Organization,
    /// <summary>One service of an account.</summary>
    Service,
    /// <summary>A group of resources.</summary>
    ResourceGroup,
    /// <summary>A cluster of machines.</summary>
    Cluster,
    /// <summary>A namespace of a cluster.</summary>
    Namespace,
    /// <summary>A project that holds other things.</summary>
    Project,
    /// <summary>An object store's bucket.</summary>
    Bucket,
    /// <summary>A table of records.</summary>
    Table,
    /// <summary>A database or its server.</summary>
    Database,
    /// <summary>A shared file system.</summary>
    FileSystem,
    /// <summary>A disk.</summary>
    Volume,
    /// <summary>A stored secret.</summary>
    Secret,
    /// <summary>A stored setting.</summary>
    Parameter,
    /// <summary>An encryption key.</summary>
    Key,
    /// <summary>A message queue.</summary>
    Queue,
    /// <summary>A topic that messages are sent to.</summary>
    Topic,
    /// <summary>A stream of records.</summary>
    Stream,
    /// <summary>A search index.</summary>
    SearchIndex,
    /// <summary>A cache.</summary>
    Cache,
    /// <summary>A data set of an analytics or learning service.</summary>
    DataSet,
    /// <summary>A backup or its vault.</summary>
    Backup,
    /// <summary>A snapshot of a disk or database.</summary>
    Snapshot,
    /// <summary>Where logs are kept.</summary>
    LogStore,
    /// <summary>A registry of images or packages.</summary>
    ArtifactStore,
    /// <summary>A repository of source code.</summary>
    CodeRepository,
    /// <summary>A mailbox or mail identity.</summary>
    Mailbox,
    /// <summary>A function that runs on demand.</summary>
    Function,
    /// <summary>A machine.</summary>
    VirtualMachine,
    /// <summary>A container service or task.</summary>
    ContainerService,
    /// <summary>A batch, build or data job.</summary>
    Job,
    /// <summary>A build or delivery pipeline.</summary>
    Pipeline,
    /// <summary>A state machine or workflow.</summary>
    Workflow,
    /// <summary>An application platform's app.</summary>
    Application,
    /// <summary>A notebook or development machine.</summary>
    Notebook,
    /// <summary>A model or its endpoint.</summary>
    Model,
    /// <summary>An AI agent.</summary>
    Agent,
    /// <summary>A template's deployed stack.</summary>
    Stack,
    /// <summary>An API or its gateway.</summary>
    Api,
    /// <summary>A record of who did what.</summary>
    Trail,
    /// <summary>An alarm, rule or detector.</summary>
    Monitor,
    /// <summary>A network or a part of it.</summary>
    Network,
    /// <summary>A load balancer or distribution.</summary>
    LoadBalancer,
    /// <summary>A zone or record of names.</summary>
    Dns,
    /// <summary>A certificate.</summary>
    Certificate,
    /// <summary>A device.</summary>
    Device,
    /// <summary>A user as the target of rights.</summary>
    User,
    /// <summary>A role as the target of rights.</summary>
    Role,
    /// <summary>A group as the target of rights.</summary>
    Group,
    /// <summary>A policy as the target of rights.</summary>
    Policy,
    /// <summary>A trusted issuer of identities.</summary>
    IdentityProvider,
    /// <summary>What hands a role to a machine.</summary>
    InstanceProfile,
    /// <summary>A type the provider documents that is none of these.</summary>
    Other,
}
