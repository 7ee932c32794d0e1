namespace NhiGraph.Api.Paging;

/// <summary>What a bound left out of an answer.</summary>
/// <param name="Omitted">How many, where that is known.</param>
internal sealed record Truncation(string Statement, int? Omitted);
