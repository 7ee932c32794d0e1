namespace NhiGraph.Graph.Model;

/// <summary>What the type of a resource says of how it counts.</summary>
public enum ResourceTraits : byte
{
    /// <summary>Neither holds data nor runs code nor contains.</summary>
    None,
    /// <summary>Holds other resources; what is counted is what it contains.</summary>
    Container,
    /// <summary>Holds data: counted as reached.</summary>
    HoldsData,
    /// <summary>Runs code: counted as reached.</summary>
    RunsCode,
    /// <summary>A user, role, group or policy as the target of rights: neither data nor code.</summary>
    Identity,
}
