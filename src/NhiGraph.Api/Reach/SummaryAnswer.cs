using NhiGraph.Analysis.Answers;

namespace NhiGraph.Api.Reach;

/// <summary>The counts of a question.</summary>
/// <param name="Open">Grants or resources that were not read could raise them.</param>
internal sealed record SummaryAnswer(ReachSummary Summary, bool Open);
