using NhiGraph.Storage.Neo4j.Tests.Servers;

namespace NhiGraph.Storage.Neo4j.Tests;

/// <summary>Stores on the server with authentication.</summary>
public sealed class ClosedStores() : StoresOnServer(TestServer.Closed);
