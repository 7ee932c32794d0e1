using NhiGraph.Storage.Contract;
using NhiGraph.Storage.Neo4j.Tests.Servers;

namespace NhiGraph.Storage.Neo4j.Tests;

/// <summary>A store on each of the two servers, for tests that need two at once, opened as <see cref="ClosedStores"/> are.</summary>
public sealed class ClosedPairStores() : StoresOnServer(TestServer.Open, TestServer.Closed), IStoresUnderTest
{
    public static IEnumerable<int> SeedsOf(IEnumerable<int> all) => ClosedStores.SeedsOf(all);

    protected override Neo4jOptions OptionsOf(Neo4jOptions usual) => ClosedStores.ByDigests(usual);
}
