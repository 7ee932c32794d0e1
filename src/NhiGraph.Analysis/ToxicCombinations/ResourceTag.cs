namespace NhiGraph.Analysis.ToxicCombinations;

/// <summary>A property of resources that only the store keeps: whoever asks brings the resources that have it.</summary>
public sealed record ResourceTag(string Name, string Value);
