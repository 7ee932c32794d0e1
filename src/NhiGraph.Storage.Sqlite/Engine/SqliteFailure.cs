using SQLitePCL;

namespace NhiGraph.Storage.Sqlite.Engine;

/// <summary>SQLite's result codes as the store's reasons, with what to do about them.</summary>
internal static class SqliteFailure
{
    internal static StoreException Of(int code, string detail, string file, Exception? inner = null) => (code & 0xFF) switch
    {
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => new(StoreReason.Busy, $"Another process is writing to '{file}'. Wait until it is done, then try again.", inner),
        raw.SQLITE_NOTADB => new(StoreReason.Unreadable, $"'{file}' is not a NhiGraph store. Name another file, or move this one away.", inner),
        raw.SQLITE_CORRUPT => new(StoreReason.Unreadable, $"The store '{file}' is damaged ({detail}). Restore it from a copy, or load the sources into a new one.", inner),
        raw.SQLITE_FULL => new(StoreReason.NoSpace, $"There is no space left for the store '{file}'. Free some and run again; what was published is safe.", inner),
        raw.SQLITE_IOERR => new(StoreReason.NoSpace, $"Reading or writing the store '{file}' failed ({detail}). Check the disk and its free space; what was published is safe.", inner),
        raw.SQLITE_CANTOPEN or raw.SQLITE_PERM or raw.SQLITE_READONLY or raw.SQLITE_AUTH =>
            new(StoreReason.Unreachable, $"The store '{file}' cannot be opened ({detail}). Check that its folder exists and that both can be written.", inner),
        _ => new(StoreReason.Unreadable, $"The store '{file}' failed ({detail}, SQLite code {code}).", inner),
    };
}
