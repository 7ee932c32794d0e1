using System.Collections.Immutable;

namespace NhiGraph.Analysis.Answers;

/// <summary>Some items of an ordered list.</summary>
/// <param name="Items">Those asked for, as far as there are.</param>
/// <param name="Total">How many the whole list has.</param>
public readonly record struct Page<T>(ImmutableArray<T> Items, int Total);
