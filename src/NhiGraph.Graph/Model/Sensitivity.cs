namespace NhiGraph.Graph.Model;

/// <summary>How sensitive a resource is. <see cref="Unknown"/> means that no source said so; it is never shown as public.</summary>
/// <remarks>A resource counts as sensitive from <see cref="Confidential"/> up.</remarks>
public enum Sensitivity : byte
{
    Unknown = 0,
    Public = 1,
    Internal = 2,
    Confidential = 3,
    Restricted = 4,
}
