namespace NhiGraph.Analysis.Departure;

/// <summary>What is proposed for something that a leaver is tied to; the most pressing first.</summary>
public enum DepartureAction : byte
{
    Disable,
    Rotate,
    Transfer,
    Keep,
}
