using NhiGraph.Storage.Contract;
using NhiGraph.Storage.Neo4j.Tests.Servers;

namespace NhiGraph.Storage.Neo4j.Tests;

/// <summary>A store on each of the two servers, as usual, for tests that need two at once.</summary>
public sealed class OpenPairStores() : StoresOnServer(TestServer.Open, TestServer.Closed), IStoresUnderTest
{
    public static IEnumerable<int> SeedsOf(IEnumerable<int> all) => OpenStores.SeedsOf(all);
}
