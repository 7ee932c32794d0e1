using NhiGraph.Storage.Contract.Concerns;

namespace NhiGraph.Storage.Tests;

/// <summary>Every concern of the contract suite that this store passes; what it does not is declared in <see cref="MemoryStores"/>.</summary>
public static class ContractTests
{
    public sealed class Runs : RunsContract<MemoryStores>;

    public sealed class Facts : FactsContract<MemoryStores>;

    public sealed class Idempotence : IdempotenceContract<MemoryStores>;

    public sealed class Assertions : AssertionsContract<MemoryStores>;

    public sealed class Closing : ClosingContract<MemoryStores>;

    public sealed class Properties : PropertiesContract<MemoryStores>;

    public sealed class Unicode : UnicodeContract<MemoryStores>;

    public sealed class KeysCase : KeysCaseContract<MemoryStores>;

    public sealed class Find : FindContract<MemoryStores>;

    public sealed class Paging : PagingContract<MemoryStores>;

    public sealed class Search : SearchContract<MemoryStores>;

    public sealed class Concurrency : ConcurrencyContract<MemoryStores>;

    public sealed class History : HistoryContract<MemoryStores>;

    public sealed class Evidence : EvidenceContract<MemoryStores>;

    public sealed class Terms : TermsContract<MemoryStores>;

    public sealed class Status : StatusContract<MemoryStores>;

    public sealed class Graph : GraphContract<MemoryStores>;

    public sealed class RandomRuns : RandomRunsContract<MemoryStores>;

    public sealed class Changes : ChangesContract<MemoryStores>;

    public sealed class Copying : CopyingContract<MemoryStores>;
}
