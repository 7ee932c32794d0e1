using NhiGraph.Storage.Runs;

namespace NhiGraph.Storage.Parts;

/// <summary>How an engine opens a published version: by loading it (<see cref="WholeGraph.Of"/>), or by asking the database when questions come.</summary>
/// <exception cref="StoreException">The store cannot be read, or has no such version.</exception>
public delegate Task<IGraphParts> OpenParts(RunId version, CancellationToken cancellation);
