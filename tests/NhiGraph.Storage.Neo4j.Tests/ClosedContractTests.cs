using NhiGraph.Storage.Contract.Concerns;

namespace NhiGraph.Storage.Neo4j.Tests;

/// <summary>Every concern of the contract suite on a server with authentication; what does not pass is declared in <see cref="StoresOnServer.Gaps"/>.</summary>
public static class ClosedContractTests
{
    public sealed class Runs : RunsContract<ClosedStores>;

    public sealed class Facts : FactsContract<ClosedStores>;

    public sealed class Idempotence : IdempotenceContract<ClosedStores>;

    public sealed class Assertions : AssertionsContract<ClosedStores>;

    public sealed class Closing : ClosingContract<ClosedStores>;

    public sealed class Properties : PropertiesContract<ClosedStores>;

    public sealed class Unicode : UnicodeContract<ClosedStores>;

    public sealed class KeysCase : KeysCaseContract<ClosedStores>;

    public sealed class Find : FindContract<ClosedStores>;

    public sealed class Paging : PagingContract<ClosedStores>;

    public sealed class Search : SearchContract<ClosedStores>;

    public sealed class Concurrency : ConcurrencyContract<ClosedStores>;

    public sealed class History : HistoryContract<ClosedStores>;

    public sealed class Evidence : EvidenceContract<ClosedStores>;

    public sealed class Terms : TermsContract<ClosedStores>;

    public sealed class Status : StatusContract<ClosedStores>;

    public sealed class Graph : GraphContract<ClosedStores>;

    public sealed class RandomRuns : RandomRunsContract<ClosedStores>;

    public sealed class Changes : ChangesContract<ClosedStores>;

    public sealed class Copying : CopyingContract<ClosedPairStores>;

    public sealed class Reopening : ReopeningContract<ClosedStores>;
}
