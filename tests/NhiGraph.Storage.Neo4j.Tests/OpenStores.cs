using NhiGraph.Storage.Contract;
using NhiGraph.Storage.Neo4j.Tests.Servers;

// Tests mostly wait: for one of the two servers, of which each is lent to one test at a time. With a thread a core both could wait for the same one.
[assembly: Xunit.v3.Parallelization(MaxThreads = 4)]

namespace NhiGraph.Storage.Neo4j.Tests;

/// <summary>Stores on the server without authentication.</summary>
public sealed class OpenStores() : StoresOnServer(TestServer.Open), IStoresUnderTest
{
    public static IEnumerable<int> SeedsOf(IEnumerable<int> all) => all.Where(seed => Suite.Long || seed % 4 == 1);
}
