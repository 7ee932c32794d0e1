using System.CommandLine;

namespace NhiGraph.Cli;

/// <summary><c>--store STORE</c>, the same for every command.</summary>
internal static class StoreOption
{
    internal static Option<string?> Create() => new("--store")
    {
        HelpName = "STORE",
        Description = $"The store: sqlite:FILE or neo4j:http://HOST:7474/DATABASE. Default: ${StoreAddress.Variable}, else {StoreAddress.Default}.",
    };
}
