using NhiGraph.Storage.Contract;
using NhiGraph.Storage.Neo4j.Tests.Servers;

namespace NhiGraph.Storage.Neo4j.Tests;

/// <summary>Stores on the server without authentication.</summary>
public sealed class OpenStores() : StoresOnServer(TestServer.Open), IStoresUnderTest
{
    public static IEnumerable<int> SeedsOf(IEnumerable<int> all) => all.Where(seed => Cases.Long || seed % 2 == 1);
}
