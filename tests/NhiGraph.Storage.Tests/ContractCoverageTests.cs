using NhiGraph.Storage.Contract;

namespace NhiGraph.Storage.Tests;

public sealed class ContractCoverageTests
{
    [Fact]
    public void Every_concern_is_passed_or_declared_a_gap() => ContractCoverage.Demand(typeof(ContractTests), MemoryStores.Gaps);

    [Fact]
    public void The_suite_has_at_least_60_tests() => Assert.True(ContractCoverage.TestCount >= 60, $"{ContractCoverage.TestCount} tests");
}
