using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Loaders.Aws.Live;

/// <summary>Something of a dataset that AWS did not give.</summary>
/// <param name="State">DENIED or FAILED where nothing of it came; PARTIAL where some did.</param>
internal sealed record LiveGap(string Dataset, DatasetState State, Problem Problem);
