using System.Collections.Immutable;

namespace NhiGraph.Scenarios.Reading;

/// <summary>A question with its whole answer.</summary>
/// <param name="Place">File and line, for the reader of a difference.</param>
/// <param name="Ask">E.g. <c>blast radius of key-1</c>.</param>
/// <param name="Options">A JSON object as GraphQL takes it, or null.</param>
/// <param name="Answer">Lines by section, as the file has them; a section that is not there is empty.</param>
internal sealed record ScenarioQuestion(string Place, string Ask, string? Options, DateTimeOffset At, ImmutableSortedDictionary<string, ImmutableArray<string>> Answer);
