namespace NhiGraph.EndToEnd.Tests.Running;

/// <summary>One server and one browser for all tests.</summary>
[CollectionDefinition(nameof(ExplorerRun))]
public sealed class ExplorerRun : ICollectionFixture<Explorer>;
