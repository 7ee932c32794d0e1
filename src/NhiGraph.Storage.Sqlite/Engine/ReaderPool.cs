using System.Collections.Concurrent;

namespace NhiGraph.Storage.Sqlite.Engine;

/// <summary>Read connections, one a read at a time. WAL lets them read while a run is written.</summary>
internal sealed class ReaderPool(string file) : IDisposable
{
    private readonly ConcurrentBag<StoreConnection> _idle = [];
    private volatile bool _disposed;

    /// <summary>Takes a connection inside a read transaction, so that all statements of one read see one state.</summary>
    internal Lease Take()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        StoreConnection connection = _idle.TryTake(out StoreConnection? idle) ? idle : new StoreConnection(file, mayCreate: false, "reader_settings");
        try
        {
            connection["begin_read"].Run();
            return new Lease(this, connection);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        _disposed = true;
        while (_idle.TryTake(out StoreConnection? connection))
        {
            connection.Dispose();
        }
    }

    private void Return(StoreConnection connection)
    {
        connection.ResetAll();
        connection["end_read"].Run();
        _idle.Add(connection);
        if (_disposed)
        {
            Dispose();
        }
    }

    internal sealed class Lease(ReaderPool pool, StoreConnection connection) : IDisposable
    {
        private bool _returned;

        internal StoreConnection Connection => connection;

        public void Dispose()
        {
            if (!_returned)
            {
                _returned = true;
                pool.Return(connection);
            }
        }
    }
}
