namespace NhiGraph.Analysis.Answers;

/// <summary>How much it matters.</summary>
public enum Severity : byte
{
    Low,
    Medium,
    High,
    Critical,
}
