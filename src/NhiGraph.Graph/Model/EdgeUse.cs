namespace NhiGraph.Graph.Model;

/// <summary>How analysis treats an edge kind.</summary>
public enum EdgeUse : byte
{
    /// <summary>Carries access: compromise of the tail gives the head.</summary>
    Walked,
    /// <summary>Carries possible access and is followed only when the question asks for it.</summary>
    WalkedWhenAsked,
    /// <summary>Collected at the end of a walk, never walked through.</summary>
    Collected,
    /// <summary>Evidence and accountability; never access.</summary>
    Evidence,
}
