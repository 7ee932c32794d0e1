using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace NhiGraph.Storage.Sqlite.Engine;

/// <summary>One connection to the store's file with its prepared statements. Not safe for concurrent use.</summary>
internal sealed class StoreConnection : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, Statement> _statements = new(StringComparer.Ordinal);

    /// <param name="file">The store's file.</param>
    /// <param name="mayCreate">Make an empty file where there is none.</param>
    /// <param name="settings">The name of the query with the connection's settings.</param>
    /// <exception cref="StoreException">The file cannot be opened.</exception>
    internal StoreConnection(string file, bool mayCreate, string settings)
    {
        File = file;
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = file,
            Mode = mayCreate ? SqliteOpenMode.ReadWriteCreate : SqliteOpenMode.ReadWrite,
            Pooling = false,
            DefaultTimeout = 1,
        }.ToString());
        try
        {
            _connection.Open();
            Script(SqlText.Query(settings));
        }
        catch (SqliteException failure)
        {
            _connection.Dispose();
            throw SqliteFailure.Of(failure.SqliteErrorCode, failure.Message, file, failure);
        }
        catch (StoreException)
        {
            _connection.Dispose();
            throw;
        }
    }

    internal string File { get; }

    internal bool InTransaction => raw.sqlite3_get_autocommit(_connection.Handle!) == 0;

    /// <summary>The statement of a file in <c>queries/</c>, prepared once.</summary>
    internal Statement this[string query]
    {
        get
        {
            if (!_statements.TryGetValue(query, out Statement? statement))
            {
                _statements[query] = statement = new Statement(_connection.Handle!, SqlText.Query(query), File);
            }

            return statement;
        }
    }

    /// <summary>Ends reads that were left before their last row.</summary>
    internal void ResetAll()
    {
        foreach (Statement statement in _statements.Values)
        {
            statement.Reset();
        }
    }

    /// <summary>Runs a script of several statements.</summary>
    internal void Script(string sql)
    {
        try
        {
            using SqliteCommand command = _connection.CreateCommand();
#pragma warning disable CA2100 // scripts are files of this assembly
            command.CommandText = sql;
#pragma warning restore CA2100
            command.ExecuteNonQuery();
        }
        catch (SqliteException failure)
        {
            throw SqliteFailure.Of(failure.SqliteErrorCode, failure.Message, File, failure);
        }
    }

    public void Dispose()
    {
        foreach (Statement statement in _statements.Values)
        {
            statement.Dispose();
        }

        _connection.Dispose();
    }
}
