using System.Collections.Immutable;
using NhiGraph.Analysis.Answers;
using NhiGraph.Api.Completeness;
using NhiGraph.Api.Entities;
using NhiGraph.Api.Snapshots;
using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Reach;
using NhiGraph.Loaders.Runs;

namespace NhiGraph.Api.Reach;

/// <summary>
/// A question that walks the graph; its fields are resolved once it has the part of the graph that it needs (<see cref="AskedGraph.Ready"/>).
/// The walk is made when a field needs it, and again should the request have put it away meanwhile (<see cref="LiveWalks"/>).
/// </summary>
/// <param name="keys">What it is asked of, as ids or keys that need not be there.</param>
internal abstract class ReachQuestion(AskedGraph asked, IReadOnlyCollection<string> keys, TraversalOptions options)
{
    private AccessGraph? _graph;
    private Starts? _starts;
    private bool? _open;

    internal AskedGraph Asked { get; } = asked;

    internal IReadOnlyCollection<string> Keys { get; } = keys;

    internal TraversalOptions Options { get; } = options;

    internal AccessGraph Graph => _graph ?? throw new InvalidOperationException("The question has no graph yet.");

    internal Starts Starts => _starts ??= Starts.Of(Graph, Keys);

    internal IEnumerable<EntityNode> Of => Starts.Nodes.Select(Entity);

    /// <summary>Whether a dataset that could add grants or resources within the answer's scopes is not COMPLETE.</summary>
    internal bool Open => _open ??= Scopes.IsEmpty || Scopes.Any(Asked.Snapshot.Coverage.IsOpen);

    internal CompletenessAnswer Completeness => Asked.Snapshot.Coverage.Of(Tells, Scopes.IsEmpty ? null : Scopes);

    internal IEnumerable<AssumptionAnswer> Assumptions => AssumptionAnswer.Of(Asked, Counted, Scopes);

    /// <summary>What cursors of this question's pages are bound to.</summary>
    internal string Text => $"{string.Join(',', Keys.Order(StringComparer.Ordinal))} {Options with { At = 0 }} {Options.Capabilities.Bits}";

    /// <summary>Questions with equal batches can share one part of the graph.</summary>
    internal object Batch => (GetType(), Options);

    /// <summary>Scopes in which more facts could add to the answer.</summary>
    protected abstract ImmutableArray<string> Scopes { get; }

    protected abstract ImmutableArray<AssumptionCount> Counted { get; }

    /// <summary>What a dataset must tell to be able to change the answer.</summary>
    protected abstract DatasetTells Tells { get; }

    internal EntityNode Entity(int node) => new(Asked, Graph, node);

    internal void Use(AccessGraph graph) => _graph = graph;

    /// <summary>The part of the graph for this question and others of its batch together.</summary>
    internal abstract Task<AccessGraph> PartAsync(IReadOnlyCollection<string> keys, CancellationToken cancellation);
}
