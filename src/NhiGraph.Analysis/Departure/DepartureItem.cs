namespace NhiGraph.Analysis.Departure;

/// <summary>What to do with one thing when a person leaves.</summary>
/// <param name="Other">Who answers for it then; -1 where nobody does or it does not matter.</param>
/// <param name="At">When it was used last, or its application retired, in Unix seconds; null where that is not the reason.</param>
public readonly record struct DepartureItem(int Node, DepartureRelation Relations, DepartureAction Proposal, DepartureReason Reason, int Other, long? At);
