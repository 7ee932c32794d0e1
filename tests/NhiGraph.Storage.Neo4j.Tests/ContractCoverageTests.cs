using NhiGraph.Storage.Contract;

namespace NhiGraph.Storage.Neo4j.Tests;

public sealed class ContractCoverageTests
{
    [Theory]
    [InlineData(typeof(OpenContractTests))]
    [InlineData(typeof(ClosedContractTests))]
    public void Every_concern_is_passed_or_declared_a_gap(Type tests) => ContractCoverage.Demand(tests, StoresOnServer.Gaps);
}
