using GraphQL.DataLoader;
using NhiGraph.Analysis.ChainOfTrust;
using NhiGraph.Api.Entities;
using NhiGraph.Api.Errors;
using NhiGraph.Api.OrphanChains;
using NhiGraph.Api.Snapshots;
using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Reach;

namespace NhiGraph.Api.ChainOfTrust;

/// <summary>
/// A chain of trust in the making: the records that it rests on, then the names in its sentences. Each is one read for all chains of a level.
/// </summary>
internal sealed class TrustPromise : IDataLoaderResult
{
    private readonly Func<CancellationToken, Task<object?>> _next;

    private TrustPromise(Func<CancellationToken, Task<object?>> next) => _next = next;

    /// <summary>A promise of a <see cref="TrustView"/>.</summary>
    internal static object? Of(AskedGraph asked, string key) => asked.Trust(key, found => OfRecords(asked, found, key));

    public Task<object?> GetResultAsync(CancellationToken cancellationToken = default) => _next(cancellationToken);

    private static TrustPromise OfRecords(AskedGraph asked, EntityNode? found, string key)
    {
        (AccessGraph graph, int node) = found is null ? throw new ApiError(ErrorCode.NotFound, $"of: there is no {key}.") : (found.Graph, found.Node);
        TrustSubject subject = TrustSubject.Of(graph, node, new TraversalOptions(asked.At))
            ?? throw ApiError.BadArgument($"of: {key} is no identity, credential or consumer.");
        var records = new TrustRecords(asked, subject);
        return new(async cancellation =>
        {
            await records.ReadAsync(cancellation).ConfigureAwait(false);
            ChainOfTrustAnswer answer = ChainOfTrustAnswer.Of(subject, new TrustTerms(), new(scope => OrphanKnowledge.Of(asked.Snapshot.Coverage, scope), records.IsListed, records.IsNeverUsed));
            var view = new TrustView(asked, answer, records);
            asked.Nodes.Expect(view.Named.Select(graph.KeyOf));
            return new TrustPromise(async later =>
            {
                await view.ReadNamesAsync(later).ConfigureAwait(false);
                return view;
            });
        });
    }
}
