namespace NhiGraph.Graph.Model;

/// <summary>The dates that a graph keeps of its nodes; the number is the column, append only.</summary>
public enum NodeDate : byte
{
    /// <summary><see cref="PropertyNames.CreatedAt"/>.</summary>
    Created = 0,
    /// <summary><see cref="PropertyNames.LastRotatedAt"/>.</summary>
    Rotated = 1,
    /// <summary><see cref="PropertyNames.ExpiresAt"/>.</summary>
    Expires = 2,
    /// <summary><see cref="PropertyNames.LastUsedAt"/>, or <see cref="PropertyNames.LastRunAt"/> of a consumer; the later of both.</summary>
    Used = 3,
    /// <summary><see cref="PropertyNames.DepartedAt"/> of a person, <see cref="PropertyNames.RetiredAt"/> of an application.</summary>
    Ended = 4,
}
