using NhiGraph.Api.Completeness;
using NhiGraph.Graph.Csr;
using NhiGraph.Storage;
using NhiGraph.Storage.Reading;

namespace NhiGraph.Api.Snapshots;

/// <summary>One version of the graph with all that explains it: immutable, shared by every request that began while it was current.</summary>
internal sealed class GraphSnapshot(IGraphStore store, StoreStatus status, AccessGraph graph, ProviderCatalog catalog)
{
    internal IGraphStore Store { get; } = store;

    internal StoreStatus Status { get; } = status;

    internal AccessGraph Graph { get; } = graph;

    internal ProviderCatalog Catalog { get; } = catalog;

    internal DatasetCoverage Coverage { get; } = new(status, catalog);

    /// <summary>The version as clients see it.</summary>
    internal string Version { get; } = status.Version.ToString();
}
