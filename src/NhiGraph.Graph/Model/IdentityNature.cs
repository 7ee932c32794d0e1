namespace NhiGraph.Graph.Model;

/// <summary>Whether a person or a machine acts through the identity; stated facts decide, otherwise unknown.</summary>
public enum IdentityNature : byte
{
    Unknown,
    Human,
    NonHuman,
}
