using System.Collections.Immutable;
using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Reading;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Storage;

/// <summary>
/// Facts, the graph derived from them and the runs that changed both, as half-open intervals of runs. No operation needs a long transaction, so that a
/// stateless HTTP client can satisfy it as well as a file. A run is invisible until it is published and whole after. There is one writer at a time.
/// Every read names a version (<see cref="StatusAsync"/>) and sees the store as it stood after that run, whatever is written meanwhile. Safe for concurrent use.
/// </summary>
/// <remarks>Failures are <see cref="StoreException"/>s; the caller's own bugs are argument exceptions.</remarks>
public interface IGraphStore : IAsyncDisposable
{
    /// <summary>The last published version with the sources behind it.</summary>
    Task<StoreStatus> StatusAsync(CancellationToken cancellation);

    /// <summary>Takes the writer's place and begins a run; what a crashed writer left behind is undone first. Fails as <see cref="StoreReason.Busy"/> while another run is open.</summary>
    Task<RunId> BeginAsync(RunStart start, CancellationToken cancellation);

    /// <summary>Adds a batch to an open run; readers do not see it yet. Texts must be well-formed Unicode (no lone surrogates).</summary>
    Task WriteAsync(RunId run, RunChanges changes, CancellationToken cancellation);

    /// <summary>Makes the run visible, whole and durable, and gives up the writer's place. A run that changed nothing is published too: it is evidence of having looked.</summary>
    Task<Run> PublishAsync(RunId run, RunOutcome outcome, CancellationToken cancellation);

    /// <summary>Undoes an open run and gives up the writer's place.</summary>
    Task AbandonAsync(RunId run, CancellationToken cancellation);

    /// <summary>The facts open at a version, by source, scope, dataset and key in <see cref="CodePointOrder"/>; of one scope and one dataset where given.</summary>
    IAsyncEnumerable<Fact> FactsAsync(RunId version, string? scope, string? dataset, CancellationToken cancellation);

    /// <summary>What derive made for a scope: every assertion it owns, in no particular order.</summary>
    IAsyncEnumerable<Assertion> AssertionsAsync(RunId version, string owner, CancellationToken cancellation);

    /// <summary>What derive made for a scope: every edge it owns, in no particular order.</summary>
    IAsyncEnumerable<DerivedEdge> EdgesAsync(RunId version, string owner, CancellationToken cancellation);

    /// <summary>Join terms of all scopes, in no particular order.</summary>
    IAsyncEnumerable<JoinTerm> TermsAsync(RunId version, CancellationToken cancellation);

    /// <summary>All that is asserted of these nodes, by whichever scope.</summary>
    Task<ImmutableArray<Assertion>> AssertionsOfAsync(RunId version, IReadOnlyCollection<string> nodes, CancellationToken cancellation);

    /// <summary>These nodes, those that are there, in no particular order. One store read whatever their number up to 1,000.</summary>
    Task<ImmutableArray<StoredNode>> NodesAsync(RunId version, IReadOnlyCollection<string> keys, CancellationToken cancellation);

    /// <summary>These edges with their evidence, those that are there, each merged from what its owners state (<see cref="EdgeMerge"/>; since the oldest open statement). One store read whatever their number up to 1,000.</summary>
    Task<ImmutableArray<StoredEdge>> EdgesOfAsync(RunId version, IReadOnlyCollection<EdgeKey> keys, CancellationToken cancellation);

    /// <summary>A page of a listing or search.</summary>
    Task<NodePage> FindAsync(RunId version, NodeQuery query, CancellationToken cancellation);

    /// <summary>Published and abandoned runs, newest first, of one source where given, that come after a run in that order.</summary>
    Task<RunPage> RunsAsync(string? source, RunId? after, int first, CancellationToken cancellation);

    /// <summary>
    /// What a published run changed, in batches of at most <see cref="ChangeBatches.Most"/> things, with constant memory: what it opened is put, what it closed and did not
    /// open again is removed. Written into a store that holds every earlier run, they make the same intervals. Version 0 changed nothing.
    /// </summary>
    IAsyncEnumerable<RunChanges> ChangesAsync(RunId run, CancellationToken cancellation);

    /// <summary>The whole graph of a version for analysis; an edge that several owners state is in it once, as <see cref="EdgeMerge"/> makes it.</summary>
    Task<AccessGraph> LoadGraphAsync(RunId version, CancellationToken cancellation);
}
