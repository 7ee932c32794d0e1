namespace NhiGraph.Graph.Model;

/// <summary>Whether a person still works here.</summary>
public enum HumanStatus : byte
{
    Unknown,
    Active,
    Leave,
    Departed,
}
