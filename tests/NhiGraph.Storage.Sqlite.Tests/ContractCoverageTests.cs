using NhiGraph.Storage.Contract;

namespace NhiGraph.Storage.Sqlite.Tests;

public sealed class ContractCoverageTests
{
    [Fact]
    public void Every_concern_is_passed_or_declared_a_gap() => ContractCoverage.Demand(typeof(ContractTests), SqliteStores.Gaps);
}
