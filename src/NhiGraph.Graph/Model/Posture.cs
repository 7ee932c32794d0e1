namespace NhiGraph.Graph.Model;

/// <summary>How long a credential lives by its nature.</summary>
public enum Posture : byte
{
    Unknown,
    /// <summary>Valid until somebody removes it.</summary>
    Static,
    /// <summary>Valid to a date.</summary>
    Expiring,
    /// <summary>Renewed by the platform within hours.</summary>
    ShortLived,
    /// <summary>No secret of its own: another issuer vouches.</summary>
    Federated,
}
