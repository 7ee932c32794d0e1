namespace NhiGraph.Graph.Model;

/// <summary>What can be done to a resource: the closed list. The number is the bit in a <see cref="CapabilitySet"/>; append only.</summary>
public enum Capability : byte
{
    /// <summary>See that things exist and how they are named.</summary>
    List = 0,
    /// <summary>Read the data in it.</summary>
    ReadData = 1,
    /// <summary>Change or add data.</summary>
    WriteData = 2,
    /// <summary>Remove data.</summary>
    DeleteData = 3,
    /// <summary>Read a secret value.</summary>
    ReadSecret = 4,
    /// <summary>Read its settings.</summary>
    ReadConfig = 5,
    /// <summary>Change its settings.</summary>
    ModifyConfig = 6,
    /// <summary>Run code that is already there.</summary>
    ExecuteCode = 7,
    /// <summary>Put new code there.</summary>
    DeployCode = 8,
    /// <summary>Mint a credential for an identity.</summary>
    CreateCredential = 9,
    /// <summary>Act as another identity.</summary>
    Impersonate = 10,
    /// <summary>Give access to somebody.</summary>
    GrantAccess = 11,
    /// <summary>Approve a request for access.</summary>
    ApproveAccess = 12,
    /// <summary>Create, change or remove identities.</summary>
    ManageIdentities = 13,
    /// <summary>Take access away.</summary>
    DeleteAccess = 14,
    /// <summary>Change what is logged or where it goes.</summary>
    ModifyLogging = 15,
    /// <summary>Switch off a protection or an alarm.</summary>
    DisableSecurity = 16,
    /// <summary>Manage encryption keys and what they may do.</summary>
    ManageKeys = 17,
    /// <summary>Change what can reach what over the network.</summary>
    ManageNetwork = 18,
    /// <summary>Remove backups or snapshots.</summary>
    DeleteBackup = 19,
    /// <summary>Enter a business transaction.</summary>
    CreateTransaction = 20,
    /// <summary>Approve a business transaction.</summary>
    ApproveTransaction = 21,
    /// <summary>Carry out a business transaction.</summary>
    ExecuteTransaction = 22,
    /// <summary>Everything of the scope, or of one service of it.</summary>
    Administer = 23,
}
