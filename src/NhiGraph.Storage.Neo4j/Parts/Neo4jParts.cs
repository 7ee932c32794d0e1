using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;
using NhiGraph.Graph.Reach;
using NhiGraph.Storage.Neo4j.QueryApi;
using NhiGraph.Storage.Parts;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Storage.Neo4j.Parts;

/// <summary>
/// The engine in the database: each question's part of the graph is found there (<c>cypher/queries/parts</c>) and analysed here. Nothing is held between questions.
/// </summary>
/// <remarks>
/// A part is read in a few requests. All of them see the version that was asked for, whatever is written meanwhile, as long as no other version was published before the last: that is asked at the end.
/// </remarks>
public sealed class Neo4jParts(QueryApiClient client, RunId version, PartBounds bounds) : IGraphParts
{
    private static readonly TimeSpan SweepPause = TimeSpan.FromMilliseconds(200);
    private const int MostPauses = 150;
    private volatile bool _swept;

    /// <summary>Asks the database of a store for the parts of its published version. A version before it is <see cref="StoreReason.NoSuchVersion"/> when a question comes.</summary>
    public static OpenParts Of(Neo4jGraphStore store, PartBounds? bounds = null)
    {
        ArgumentNullException.ThrowIfNull(store);
        return (version, _) => Task.FromResult<IGraphParts>(new Neo4jParts(store.Client, version, bounds ?? PartBounds.Default));
    }

    public Task<AccessGraph> NodesAsync(IReadOnlyCollection<string> keys, CancellationToken cancellation) =>
        WholeAsync(part => part.AddNodesAsync(keys, [], cancellation), cancellation);

    public Task<AccessGraph> RelatedAsync(Relation relation, IReadOnlyCollection<string> keys, CancellationToken cancellation) => WholeAsync(async part =>
    {
        await part.AddEdgesAsync("related", keys, parameters => parameters.Set("relation", relation.Text()), cancellation).ConfigureAwait(false);
        await part.AddNodesAsync([.. keys, .. part.Ends], [], cancellation).ConfigureAwait(false);
    }, cancellation);

    public Task<AccessGraph> ReachedAsync(IReadOnlyCollection<string> starts, TraversalOptions options, CancellationToken cancellation) =>
        WholeAsync(part => AddReachedAsync(part, starts, options, cancellation), cancellation);

    public Task<AccessGraph> TrustAsync(IReadOnlyCollection<string> keys, TraversalOptions options, CancellationToken cancellation) => WholeAsync(async part =>
    {
        await AddAccountabilityAsync(part, keys, cancellation).ConfigureAwait(false);
        await AddReachedAsync(part, keys, options, cancellation).ConfigureAwait(false);
    }, cancellation);

    public Task<AccessGraph> DeparturesAsync(IReadOnlyCollection<string> people, CancellationToken cancellation) =>
        WholeAsync(part => AddAccountabilityAsync(part, people, cancellation), cancellation);

    public Task<AccessGraph> ReachingAsync(IReadOnlyCollection<string> targets, TraversalOptions options, CancellationToken cancellation) =>
        WholeAsync(part => AddReachingAsync(part, targets, options, cancellation), cancellation);

    public Task<AccessGraph> BetweenAsync(IReadOnlyCollection<string> starts, IReadOnlyCollection<string> targets, TraversalOptions options, CancellationToken cancellation) => WholeAsync(async part =>
    {
        await part.AddEdgesAsync("targeted_by", targets, _ => { }, cancellation).ConfigureAwait(false);
        List<string> ahead = await part.IdsAsync("reached", starts, Walk(options), cancellation).ConfigureAwait(false);
        List<string> behind = await part.IdsAsync("reaching", [.. targets, .. part.Hubs], Walk(options), cancellation).ConfigureAwait(false);
        List<string> between = [.. starts, .. targets, .. ahead.Intersect(behind, StringComparer.Ordinal)];
        await part.AddEdgesAsync("walked", between, Filter(options), cancellation).ConfigureAwait(false);
        await part.AddNodesAsync(between, [], cancellation).ConfigureAwait(false);
    }, cancellation);

    public Task<AccessGraph> ChainsAsync(string through, TraversalOptions options, CancellationToken cancellation) => WholeAsync(async part =>
    {
        List<string> ends = await part.IdsAsync("chain_ends", [through], _ => { }, cancellation).ConfigureAwait(false);
        await AddReachingAsync(part, [through, .. ends], options, cancellation).ConfigureAwait(false);
    }, cancellation);

    private static async Task AddReachedAsync(PartReading part, IReadOnlyCollection<string> starts, TraversalOptions options, CancellationToken cancellation)
    {
        List<string> reached = await part.IdsAsync("reached", [.. starts, WellKnownKeys.Anyone, WellKnownKeys.AnyAuthenticated], Walk(options), cancellation).ConfigureAwait(false);
        await part.AddEdgesAsync("walked", reached, Filter(options), cancellation).ConfigureAwait(false);
        await part.AddEdgesAsync("targets", reached, _ => { }, cancellation).ConfigureAwait(false);
        await part.AddNodesAsync([.. starts, .. reached, .. part.Targets], part.Subtrees, cancellation).ConfigureAwait(false);
    }

    private static async Task AddAccountabilityAsync(PartReading part, IReadOnlyCollection<string> keys, CancellationToken cancellation)
    {
        await part.AddEdgesAsync("accountability", keys, _ => { }, cancellation).ConfigureAwait(false);
        await part.AddNodesAsync([.. keys, .. part.Ends], [], cancellation).ConfigureAwait(false);
    }

    private static async Task AddReachingAsync(PartReading part, IReadOnlyCollection<string> targets, TraversalOptions options, CancellationToken cancellation)
    {
        await part.AddEdgesAsync("targeted_by", targets, _ => { }, cancellation).ConfigureAwait(false);
        List<string> reaching = await part.IdsAsync("reaching", [.. targets, .. part.Hubs], Walk(options), cancellation).ConfigureAwait(false);
        await part.AddEdgesAsync("walked", reaching, Filter(options), cancellation).ConfigureAwait(false);
        await part.AddNodesAsync([.. targets, .. reaching], [], cancellation).ConfigureAwait(false);
    }

    /// <summary>
    /// Reads a part between two moments at which the version was the published one. Before the first its sweep must be done: a sweep moves what is being read. Once done it stays so,
    /// and the next sweep comes only with another version.
    /// </summary>
    private Task<AccessGraph> WholeAsync(Func<PartReading, Task> read, CancellationToken cancellation) => QueryFailure.GuardAsync(async () =>
    {
        var part = new PartReading(client, version, bounds);
        for (int pauses = 0; !_swept; pauses++)
        {
            _swept = await IsSweptAsync(part, cancellation).ConfigureAwait(false);
            if (!_swept && pauses == MostPauses)
            {
                throw new StoreException(StoreReason.Unreadable, $"Run {version} was published and its changes were never swept into the graph. The next load repairs that; nhigraph status shows the runs.");
            }

            await Task.Delay(_swept ? TimeSpan.Zero : SweepPause, cancellation).ConfigureAwait(false);
        }

        await read(part).ConfigureAwait(false);
        await IsSweptAsync(part, cancellation).ConfigureAwait(false);
        return part.Build();
    });

    private async Task<bool> IsSweptAsync(PartReading part, CancellationToken cancellation)
    {
        (long published, long swept) = await part.VersionAsync(cancellation).ConfigureAwait(false);
        return published == version.Value
            ? swept == published
            : throw new StoreException(StoreReason.NoSuchVersion, $"Version {version} of the graph was replaced by {published} while it was read.");
    }

    private static Action<QueryParameters> Walk(TraversalOptions options) => parameters =>
    {
        Filter(options)(parameters);
        parameters.Set("maxDepth", options.MaxDepth == int.MaxValue ? null : (long?)options.MaxDepth);
    };

    private static Action<QueryParameters> Filter(TraversalOptions options) => parameters => parameters.Set("floor", (long)options.Certainty).Set("strict", options.Strict)
        .Set("includeInactive", options.IncludeInactive).Set("includeExposedTo", options.IncludeExposedTo).Set("at", options.At);
}
