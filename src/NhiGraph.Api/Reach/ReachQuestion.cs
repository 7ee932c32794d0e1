using System.Collections.Immutable;
using NhiGraph.Analysis.Answers;
using NhiGraph.Api.Completeness;
using NhiGraph.Api.Entities;
using NhiGraph.Api.Snapshots;
using NhiGraph.Graph.Reach;
using NhiGraph.Loaders.Runs;

namespace NhiGraph.Api.Reach;

/// <summary>A question that walks the graph. The walk is made when a field needs it, and again should the request have put it away meanwhile (<see cref="LiveWalks"/>).</summary>
internal abstract class ReachQuestion(AskedGraph asked, Starts starts, TraversalOptions options)
{
    private bool? _open;

    internal AskedGraph Asked { get; } = asked;

    internal Starts Starts { get; } = starts;

    internal TraversalOptions Options { get; } = options;

    internal IEnumerable<EntityNode> Of => Starts.Nodes.Select(Asked.Entity);

    /// <summary>Whether a dataset that could add grants or resources within the answer's scopes is not COMPLETE.</summary>
    internal bool Open => _open ??= Scopes.IsEmpty || Scopes.Any(Asked.Snapshot.Coverage.IsOpen);

    internal CompletenessAnswer Completeness => Asked.Snapshot.Coverage.Of(Tells, Scopes.IsEmpty ? null : Scopes);

    internal IEnumerable<AssumptionAnswer> Assumptions => AssumptionAnswer.Of(Asked, Counted, Scopes);

    /// <summary>What cursors of this question's pages are bound to.</summary>
    internal string Text => $"{string.Join(',', Starts.Nodes.Order())} {Options with { At = 0 }} {Options.Capabilities.Bits}";

    /// <summary>Scopes in which more facts could add to the answer.</summary>
    protected abstract ImmutableArray<string> Scopes { get; }

    protected abstract ImmutableArray<AssumptionCount> Counted { get; }

    /// <summary>What a dataset must tell to be able to change the answer.</summary>
    protected abstract DatasetTells Tells { get; }
}
