using System.Collections.Immutable;
using NhiGraph.Analysis.Answers;
using NhiGraph.Analysis.BlastRadius;
using NhiGraph.Api.Reach;
using NhiGraph.Api.Snapshots;
using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Reach;
using NhiGraph.Loaders.Runs;

namespace NhiGraph.Api.BlastRadius;

/// <summary>What falls if some nodes fall, asked once and read field by field.</summary>
internal sealed class BlastRadiusQuestion(AskedGraph asked, IReadOnlyCollection<string> keys, TraversalOptions options) : ReachQuestion(asked, keys, options)
{
    private ReachSummary? _summary;
    private ImmutableArray<string>? _scopes;

    internal BlastRadiusAnswer Answer => Asked.Walks.Get(this, () => BlastRadiusAnswer.Of(Graph, Starts.Nodes, Options));

    internal SummaryAnswer Summary => new(_summary ??= Answer.Summary, Open);

    internal IEnumerable<CapabilityCount> Capabilities => Answer.Capabilities;

    internal BoundsAnswer PublicResources => new(Answer.PublicResources, Open);

    protected override ImmutableArray<string> Scopes => _scopes ??= Answer.Scopes;

    protected override ImmutableArray<AssumptionCount> Counted => Answer.Assumptions;

    protected override DatasetTells Tells => DatasetTells.Identities | DatasetTells.Credentials | DatasetTells.Grants | DatasetTells.Restrictions | DatasetTells.Resources;

    internal override Task<AccessGraph> PartAsync(IReadOnlyCollection<string> keys, CancellationToken cancellation) => Asked.Snapshot.Parts.ReachedAsync(keys, Options, cancellation);
}
