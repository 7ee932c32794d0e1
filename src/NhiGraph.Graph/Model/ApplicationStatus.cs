namespace NhiGraph.Graph.Model;

/// <summary>Whether an application is still in use.</summary>
public enum ApplicationStatus : byte
{
    Unknown,
    Active,
    Retired,
}
