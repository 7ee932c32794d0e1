using NhiGraph.Storage.Neo4j.Tests.Servers;

namespace NhiGraph.Storage.Neo4j.Tests;

/// <summary>A store on each of the two servers, for tests that need two at once.</summary>
public sealed class PairStores() : StoresOnServer(TestServer.Open, TestServer.Closed);
