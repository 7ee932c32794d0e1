using NhiGraph.Storage.Neo4j.Model;

namespace NhiGraph.Storage.Neo4j.Tests.Plans;

/// <summary>Statements that name the edge kinds one by one, for the server has an index for each, name all of them.</summary>
public sealed class EdgeKindTests
{
    [Theory]
    [InlineData("schema/003_edges", 3)]
    [InlineData("load/edges_of_owner", 1)]
    [InlineData("load/sweep_edges", 1)]
    [InlineData("load/undo_new_edges", 1)]
    [InlineData("load/undo_ended_edges", 1)]
    [InlineData("load/changes_edges", 2)]
    public void A_statement_names_every_kind(string file, int times) =>
        Assert.All(EdgeCode.Types, type => Assert.Equal(times, CypherFile.Named(file).Text.Split($":{type}]").Length - 1));
}
