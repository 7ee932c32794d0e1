namespace NhiGraph.Graph.Model;

/// <summary>Whether an ON edge gives its target or takes it out of what the entitlement covers.</summary>
public enum OnEffect : byte
{
    Allow,
    /// <summary>Lowers <i>proved</i>; an unconditional PROVED one lowers <i>possible</i> too.</summary>
    Except,
}
