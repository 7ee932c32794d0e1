using NhiGraph.Storage.Runs;

namespace NhiGraph.Storage.Sqlite.Writing;

/// <summary>The writer's place within this process; among processes it is SQLite's write lock, which the open run holds.</summary>
internal sealed class Writer(string file) : IDisposable
{
    private readonly Lock _lock = new();
    private OpenRun? _open;
    private bool _disposed;

    /// <summary>A bound on the file's size for the next runs; null for none.</summary>
    internal int? MostPages { get; set; }

    internal RunId Begin(RunStart start)
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            if (_open is not null)
            {
                throw new StoreException(StoreReason.Busy, $"Another run is being written to '{file}'. Wait until it is published or abandoned, then try again.");
            }

            _open = new OpenRun(file, start, MostPages);
            return _open.Id;
        }
    }

    internal void Write(RunId run, RunChanges changes, CancellationToken cancellation)
    {
        lock (_lock)
        {
            Demand(run).Write(changes, cancellation);
        }
    }

    internal Run Publish(RunId run, RunOutcome outcome)
    {
        lock (_lock)
        {
            Run published = Demand(run).Publish(outcome);
            Leave();
            return published;
        }
    }

    internal void Abandon(RunId run)
    {
        lock (_lock)
        {
            try
            {
                Demand(run).Abandon();
            }
            finally
            {
                if (_open?.Id == run)
                {
                    Leave();
                }
            }
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _disposed = true;
            Leave();
        }
    }

    private OpenRun Demand(RunId run)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        return _open is { } open && open.Id == run
            ? open
            : throw new StoreException(StoreReason.RunLost, $"Run {run} is not open: it was published, abandoned or taken over by another writer.");
    }

    private void Leave()
    {
        _open?.Dispose();
        _open = null;
    }
}
