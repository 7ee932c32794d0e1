using System.Collections.Immutable;
using NhiGraph.Analysis.Answers;
using NhiGraph.Analysis.Exposure;
using NhiGraph.Api.Reach;
using NhiGraph.Api.Snapshots;
using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Reach;
using NhiGraph.Loaders.Runs;

namespace NhiGraph.Api.Exposure;

/// <summary>Who can reach some nodes, asked once and read field by field.</summary>
internal sealed class ExposureQuestion(AskedGraph asked, IReadOnlyCollection<string> keys, TraversalOptions options) : ReachQuestion(asked, keys, options)
{
    private ReachSummary? _summary;
    private ImmutableArray<string>? _scopes;

    internal ExposureAnswer Answer => Asked.Walks.Get(this, () => ExposureAnswer.Of(Graph, Starts.Nodes, Options));

    internal SummaryAnswer Summary => new(_summary ??= Answer.Summary, Open);

    protected override ImmutableArray<string> Scopes => _scopes ??= Answer.Scopes;

    protected override ImmutableArray<AssumptionCount> Counted => Answer.Assumptions;

    protected override DatasetTells Tells => DatasetTells.Identities | DatasetTells.Credentials | DatasetTells.Consumers | DatasetTells.Grants | DatasetTells.Restrictions | DatasetTells.People;

    internal override Task<AccessGraph> PartAsync(IReadOnlyCollection<string> keys, CancellationToken cancellation) => Asked.Snapshot.Parts.ReachingAsync(keys, Options, cancellation);
}
