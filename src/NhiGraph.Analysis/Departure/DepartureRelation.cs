namespace NhiGraph.Analysis.Departure;

/// <summary>How a person is tied to something.</summary>
[Flags]
public enum DepartureRelation : byte
{
    None = 0,
    Owns = 1,
    Created = 2,
    ExposedTo = 4,
    Account = 8,
    /// <summary>Gave the entitlement to somebody.</summary>
    Granted = 16,
}
