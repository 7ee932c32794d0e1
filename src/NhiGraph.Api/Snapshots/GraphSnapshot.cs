using NhiGraph.Api.Completeness;
using NhiGraph.Graph.Csr;
using NhiGraph.Loaders.Rules;
using NhiGraph.Storage;
using NhiGraph.Storage.Parts;
using NhiGraph.Storage.Reading;

namespace NhiGraph.Api.Snapshots;

/// <summary>One version of the graph with all that explains it: immutable, shared by every request that began while it was current.</summary>
internal sealed class GraphSnapshot(IGraphStore store, StoreStatus status, IGraphParts parts, ProviderCatalog catalog, RuleBook rules)
{
    internal IGraphStore Store { get; } = store;

    internal StoreStatus Status { get; } = status;

    /// <summary>Where questions get the part of the graph that they need.</summary>
    internal IGraphParts Parts { get; } = parts;

    /// <summary>The graph, where it is held whole: then nothing need be waited for.</summary>
    internal AccessGraph? Whole { get; } = (parts as WholeGraph)?.Graph;

    internal ProviderCatalog Catalog { get; } = catalog;

    /// <summary>The rules of toxic combinations and the exceptions from them.</summary>
    internal RuleBook Rules { get; } = rules;

    /// <summary>Answers about the whole estate, kept.</summary>
    internal Judgements Judgements => field ??= new(this);

    internal DatasetCoverage Coverage { get; } = new(status, catalog);

    /// <summary>The version as clients see it.</summary>
    internal string Version { get; } = status.Version.ToString();
}
