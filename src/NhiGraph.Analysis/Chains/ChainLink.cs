namespace NhiGraph.Analysis.Chains;

/// <summary>A link that a chain can lack.</summary>
public enum ChainLink : byte
{
    /// <summary>Nothing is known to use the credential or identity.</summary>
    Consumer,

    /// <summary>Nothing is known to authenticate the identity.</summary>
    Credential,

    /// <summary>The credential authenticates nothing.</summary>
    Identity,

    /// <summary>The identity reaches no resource of any sort, nor administers a container.</summary>
    Resources,
}
