using NhiGraph.Graph.Model;

namespace NhiGraph.Storage.Facts;

/// <summary>What one fact says of one node. A node exists while at least one assertion of it is open; its state is merged from them (<see cref="NodeMerge"/>).</summary>
/// <param name="Node">The node with the kinds, name and properties that this fact gives it.</param>
/// <param name="Fact">The fact that says so.</param>
/// <param name="Owner">The scope whose derive made it: replaced when that scope is derived again.</param>
/// <param name="Weight">Who wins where two facts differ: a listing (2) over a mention with detail (1) over a bare name (0).</param>
public sealed record Assertion(GraphNode Node, FactKey Fact, string Owner, int Weight)
{
    /// <summary>What makes it itself: at most one assertion for each owner, fact and node.</summary>
    public AssertionKey Id => new(Owner, Fact, Node.Key);
}
