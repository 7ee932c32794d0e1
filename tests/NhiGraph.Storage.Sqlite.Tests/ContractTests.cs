using NhiGraph.Storage.Contract.Concerns;

namespace NhiGraph.Storage.Sqlite.Tests;

/// <summary>Every concern of the contract suite that this store passes; what it does not is declared in <see cref="SqliteStores"/>.</summary>
public static class ContractTests
{
    public sealed class Runs : RunsContract<SqliteStores>;

    public sealed class Facts : FactsContract<SqliteStores>;

    public sealed class Idempotence : IdempotenceContract<SqliteStores>;

    public sealed class Assertions : AssertionsContract<SqliteStores>;

    public sealed class Closing : ClosingContract<SqliteStores>;

    public sealed class Properties : PropertiesContract<SqliteStores>;

    public sealed class Unicode : UnicodeContract<SqliteStores>;

    public sealed class KeysCase : KeysCaseContract<SqliteStores>;

    public sealed class Find : FindContract<SqliteStores>;

    public sealed class Paging : PagingContract<SqliteStores>;

    public sealed class Search : SearchContract<SqliteStores>;

    public sealed class Concurrency : ConcurrencyContract<SqliteStores>;

    public sealed class History : HistoryContract<SqliteStores>;

    public sealed class Evidence : EvidenceContract<SqliteStores>;

    public sealed class Terms : TermsContract<SqliteStores>;

    public sealed class Status : StatusContract<SqliteStores>;

    public sealed class Graph : GraphContract<SqliteStores>;

    public sealed class RandomRuns : RandomRunsContract<SqliteStores>;

    public sealed class Changes : ChangesContract<SqliteStores>;

    public sealed class Copying : CopyingContract<SqliteStores>;

    public sealed class Reopening : ReopeningContract<SqliteStores>;
}
