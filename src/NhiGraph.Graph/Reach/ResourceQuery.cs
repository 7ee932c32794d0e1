using NhiGraph.Graph.Model;

namespace NhiGraph.Graph.Reach;

/// <summary>Which reached resources to list. <c>default</c> is all that count.</summary>
public readonly record struct ResourceQuery()
{
    public ResourceSelection Selection { get; init; }

    /// <summary>At least this sensitive; <see cref="Sensitivity.Unknown"/> asks for all.</summary>
    public Sensitivity MinSensitivity { get; init; }

    /// <summary>At least one of these is possible on it; empty asks for all.</summary>
    public CapabilitySet Capabilities { get; init; }

    /// <summary>Only this resource and what it contains; null asks for all.</summary>
    public int? Under { get; init; }
}
