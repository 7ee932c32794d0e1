namespace NhiGraph.Graph.Model;

/// <summary>What an owner answers for; <c>role</c> of an OWNS edge in lower case.</summary>
public enum OwnershipRole : byte
{
    /// <summary>Not said: an owner all the same.</summary>
    Unknown,
    /// <summary>Why it is there.</summary>
    Business,
    /// <summary>How it works.</summary>
    Technical,
    /// <summary>Whom to turn to when nobody else answers; not an owner.</summary>
    Escalation,
}
