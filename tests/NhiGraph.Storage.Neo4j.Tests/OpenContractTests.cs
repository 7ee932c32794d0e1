using NhiGraph.Storage.Contract.Concerns;

namespace NhiGraph.Storage.Neo4j.Tests;

/// <summary>Every concern of the contract suite on a server without authentication; what does not pass is declared in <see cref="StoresOnServer.Gaps"/>.</summary>
public static class OpenContractTests
{
    public sealed class Runs : RunsContract<OpenStores>;

    public sealed class Facts : FactsContract<OpenStores>;

    public sealed class Idempotence : IdempotenceContract<OpenStores>;

    public sealed class Assertions : AssertionsContract<OpenStores>;

    public sealed class Closing : ClosingContract<OpenStores>;

    public sealed class Properties : PropertiesContract<OpenStores>;

    public sealed class Unicode : UnicodeContract<OpenStores>;

    public sealed class KeysCase : KeysCaseContract<OpenStores>;

    public sealed class Find : FindContract<OpenStores>;

    public sealed class Paging : PagingContract<OpenStores>;

    public sealed class Search : SearchContract<OpenStores>;

    public sealed class Concurrency : ConcurrencyContract<OpenStores>;

    public sealed class History : HistoryContract<OpenStores>;

    public sealed class Evidence : EvidenceContract<OpenStores>;

    public sealed class Terms : TermsContract<OpenStores>;

    public sealed class Status : StatusContract<OpenStores>;

    public sealed class Graph : GraphContract<OpenStores>;

    public sealed class RandomRuns : RandomRunsContract<OpenStores>;

    public sealed class Changes : ChangesContract<OpenStores>;

    public sealed class Copying : CopyingContract<OpenPairStores>;

    public sealed class Reopening : ReopeningContract<OpenStores>;
}
