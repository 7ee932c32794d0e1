namespace NhiGraph.Analysis.Answers;

/// <summary>How many: for certain, and at most. Whether missing grants could raise it is for the asker to add, from the scopes touched.</summary>
/// <param name="Proved">By PROVED edges alone.</param>
/// <param name="Possible">By all that the options allow; never below <paramref name="Proved"/>.</param>
public readonly record struct BoundCount(int Proved, int Possible);
