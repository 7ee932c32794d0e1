using NhiGraph.Storage.Runs;

namespace NhiGraph.Storage.Neo4j.Reading;

/// <summary>A run that ended, with what was open after it.</summary>
internal sealed record StoredRun(Run Run, long Nodes, long Edges, long Facts);
