namespace NhiGraph.Analysis.Answers;

/// <summary>A restriction that was not read, and how many edges of the answer rest on its absence.</summary>
public readonly record struct AssumptionCount(string Code, int Edges);
