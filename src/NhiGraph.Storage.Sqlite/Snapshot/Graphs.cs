using NhiGraph.Graph.Csr;
using NhiGraph.Storage.Runs;
using NhiGraph.Storage.Sqlite.Engine;
using NhiGraph.Storage.Sqlite.Reading;

namespace NhiGraph.Storage.Sqlite.Snapshot;

/// <summary>Graphs for analysis: the last one from memory or its snapshot, any other from rows.</summary>
internal sealed class Graphs(SnapshotFile snapshot)
{
    private readonly Lock _lock = new();
    private (RunId Version, AccessGraph Graph)? _last;

    /// <summary>How often rows had to be read; for tests.</summary>
    internal int ReadFromRows { get; private set; }

    internal AccessGraph Load(StoreConnection connection, RunId version, CancellationToken cancellation)
    {
        Statement counts = connection["last_counts"];
        bool isLast = (counts.Step() ? counts.Int64(0) : 0) == version.Value;
        counts.Reset();
        return isLast ? Last(connection, version, cancellation) : FromRows(connection, version, cancellation);
    }

    private AccessGraph Last(StoreConnection connection, RunId version, CancellationToken cancellation)
    {
        lock (_lock)
        {
            if (_last is { } known && known.Version == version)
            {
                return known.Graph;
            }

            AccessGraph? graph = snapshot.TryRead(version);
            if (graph is null)
            {
                graph = FromRows(connection, version, cancellation);
                snapshot.TryWrite(graph, version);
            }

            _last = (version, graph);
            return graph;
        }
    }

    private AccessGraph FromRows(StoreConnection connection, RunId version, CancellationToken cancellation)
    {
        ReadFromRows++;
        return GraphReading.Read(connection, version, cancellation);
    }
}
