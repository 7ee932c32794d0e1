namespace NhiGraph.Graph.Reach;

/// <summary>Which of the reached resources.</summary>
public enum ResourceSelection : byte
{
    /// <summary>Those that count: they hold data or run code.</summary>
    Counted,
    /// <summary>Containers over which ADMINISTER is reached.</summary>
    Administered,
    /// <summary>All, containers and targets of rights over identities too.</summary>
    All,
    /// <summary>What a reader asks to see: all but containers, and those containers that are administered.</summary>
    Targets,
}
