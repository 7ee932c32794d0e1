using NhiGraph.Api.Sources;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Api.Evidence;

/// <summary>One fact that an edge rests on.</summary>
/// <param name="Run">The run that first had the edge.</param>
internal sealed record EvidenceAnswer(SourceView Source, RunId Run, FactKey Fact, string Statement, string? Locator)
{
    internal string FactId => string.Join('|', Fact.Source, Fact.Scope, Fact.Dataset, Fact.Key);
}
