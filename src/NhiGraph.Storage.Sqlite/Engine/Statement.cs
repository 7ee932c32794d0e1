using System.Text;
using SQLitePCL;

namespace NhiGraph.Storage.Sqlite.Engine;

/// <summary>A prepared statement over SQLite's own interface: no boxing, texts as UTF-8 of any content (also U+0000). Parameters and columns count as SQLite counts them, from 1 and 0.</summary>
internal sealed class Statement : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;
    private readonly string _file;
    private byte[] _utf8 = new byte[256];

    internal Statement(sqlite3 database, string sql, string file)
    {
        (_database, _file) = (database, file);
        int code = raw.sqlite3_prepare_v2(database, sql, out _statement);
        Demand(code);
    }

    internal Statement Bind(int parameter, long value)
    {
        Demand(raw.sqlite3_bind_int64(_statement, parameter, value));
        return this;
    }

    internal Statement Bind(int parameter, long? value) => value is { } some ? Bind(parameter, some) : BindNull(parameter);

    internal Statement Bind(int parameter, string? value)
    {
        if (value is null)
        {
            return BindNull(parameter);
        }

        int most = Encoding.UTF8.GetMaxByteCount(value.Length);
        if (most > _utf8.Length)
        {
            _utf8 = new byte[most];
        }

        return BindText(parameter, _utf8.AsSpan(0, Encoding.UTF8.GetBytes(value, _utf8)));
    }

    internal Statement BindText(int parameter, ReadOnlySpan<byte> utf8)
    {
        Demand(utf8.IsEmpty ? raw.sqlite3_bind_text(_statement, parameter, "") : raw.sqlite3_bind_text(_statement, parameter, utf8));
        return this;
    }

    internal Statement BindBlob(int parameter, ReadOnlySpan<byte> value)
    {
        Demand(raw.sqlite3_bind_blob(_statement, parameter, value));
        return this;
    }

    private Statement BindNull(int parameter)
    {
        Demand(raw.sqlite3_bind_null(_statement, parameter));
        return this;
    }

    /// <summary>Whether there is a(nother) row. After the last one the statement is ready to be bound again.</summary>
    internal bool Step()
    {
        int code = raw.sqlite3_step(_statement);
        if (code == raw.SQLITE_ROW)
        {
            return true;
        }

        Reset();
        if (code != raw.SQLITE_DONE)
        {
            Demand(code);
        }

        return false;
    }

    /// <summary>Its rows, each read as it comes.</summary>
    internal IEnumerable<T> Rows<T>(Func<Statement, T> read)
    {
        try
        {
            while (Step())
            {
                yield return read(this);
            }
        }
        finally
        {
            Reset();
        }
    }

    /// <summary>Runs a statement whose rows do not matter.</summary>
    internal void Run()
    {
        while (Step())
        {
        }
    }

    /// <summary>Runs an insert and tells the row's id.</summary>
    internal long Insert()
    {
        Run();
        return raw.sqlite3_last_insert_rowid(_database);
    }

    /// <summary>The first column of the first row, or null without a row.</summary>
    internal long? Number()
    {
        long? number = Step() ? Int64(0) : null;
        Reset();
        return number;
    }

    internal long Int64(int column) => raw.sqlite3_column_int64(_statement, column);

    internal int Int32(int column) => raw.sqlite3_column_int(_statement, column);

    internal bool IsNull(int column) => raw.sqlite3_column_type(_statement, column) == raw.SQLITE_NULL;

    /// <summary>A text's UTF-8 or a blob; good until the next step.</summary>
    internal ReadOnlySpan<byte> Bytes(int column) => raw.sqlite3_column_blob(_statement, column);

    internal string Text(int column) => Encoding.UTF8.GetString(Bytes(column));

    internal string? TextOrNull(int column) => IsNull(column) ? null : Text(column);

    /// <summary>Ends a read before its last row. What made the statement fail was told by <see cref="Step"/>.</summary>
    internal void Reset() => _ = raw.sqlite3_reset(_statement);

    public void Dispose() => _statement.Dispose();

    private void Demand(int code)
    {
        if (code != raw.SQLITE_OK)
        {
            throw SqliteFailure.Of(code, raw.sqlite3_errmsg(_database).utf8_to_string(), _file);
        }
    }
}
