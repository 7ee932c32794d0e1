using NhiGraph.Storage.Contract;
using NhiGraph.Storage.Neo4j.Tests.Servers;

namespace NhiGraph.Storage.Neo4j.Tests;

/// <summary>Stores on the server with authentication, which go by digests from the first thing they write on, and wait for no batch that they can do without.</summary>
public sealed class ClosedStores() : StoresOnServer(TestServer.Closed), IStoresUnderTest
{
    public static IEnumerable<int> SeedsOf(IEnumerable<int> all) => all.Where(seed => Suite.Long || seed % 4 == 2);

    internal static Neo4jOptions ByDigests(Neo4jOptions usual) => usual with { DigestsFrom = 0, AheadFrom = 0 };

    protected override Neo4jOptions OptionsOf(Neo4jOptions usual) => ByDigests(usual);
}
