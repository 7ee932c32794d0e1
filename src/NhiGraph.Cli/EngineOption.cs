using System.CommandLine;
using NhiGraph.Storage;
using NhiGraph.Storage.Neo4j;
using NhiGraph.Storage.Neo4j.Parts;
using NhiGraph.Storage.Parts;

namespace NhiGraph.Cli;

/// <summary><c>--engine</c>: whether the graph is held in memory (the default), or Neo4j is asked for the part that each question needs.</summary>
internal sealed class EngineOption
{
    private const string Memory = "memory";
    private const string Neo4j = "neo4j";

    private readonly Option<string> _engine = new("--engine")
    {
        HelpName = "memory|neo4j",
        Description = "Where questions are answered: from the whole graph in memory, or, of a neo4j: store, by asking the database for the part that each question needs.",
        DefaultValueFactory = _ => Memory,
    };

    internal void AddTo(Command command)
    {
        _engine.AcceptOnlyFromAmong(Memory, Neo4j);
        command.Add(_engine);
    }

    /// <summary>How versions of the store are opened; null: loaded whole.</summary>
    /// <exception cref="BadUseException">The store is not in Neo4j.</exception>
    internal OpenParts? Read(ParseResult arguments, IGraphStore store, StoreAddress address) => (arguments.GetValue(_engine), store) switch
    {
        (Neo4j, Neo4jGraphStore inNeo4j) => Neo4jParts.Of(inNeo4j),
        (Neo4j, _) => throw new BadUseException($"--engine neo4j asks a database, and {address} is none: name a store neo4j:http://HOST:7474/DATABASE by --store, or leave --engine out."),
        _ => null,
    };
}
