using NhiGraph.Analysis.Kpis;
using NhiGraph.Api.Completeness;
using NhiGraph.Api.OrphanChains;
using NhiGraph.Api.Snapshots;

namespace NhiGraph.Api.Kpis;

/// <summary>Key figures in the request's snapshot.</summary>
internal sealed record KpiView(AskedGraph Asked, IReadOnlyList<string> Scopes, KpiFigures Figures)
{
    internal CompletenessAnswer Completeness => Asked.Snapshot.Coverage.Of(OrphanView.Tells, Scopes.Count == 0 ? null : Scopes);
}
