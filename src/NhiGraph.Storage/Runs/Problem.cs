namespace NhiGraph.Storage.Runs;

/// <summary>Something wrong with an input, told so that its reader can mend it.</summary>
/// <param name="Code">Stable, e.g. <c>NHI-AWS-003</c>.</param>
/// <param name="Statement">What is wrong and what was expected.</param>
/// <param name="Remedy">What to do about it.</param>
/// <param name="Locator">File with JSON pointer or line; null where there is no place.</param>
public sealed record Problem(string Code, string Statement, string Remedy, string? Locator);
