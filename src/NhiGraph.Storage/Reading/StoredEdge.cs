using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Storage.Reading;

/// <summary>An edge as it stood at a version, with its evidence and the run that opened it.</summary>
public sealed record StoredEdge(DerivedEdge Derived, RunId Since);
