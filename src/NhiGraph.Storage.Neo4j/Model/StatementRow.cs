using NhiGraph.Graph.Model;

namespace NhiGraph.Storage.Neo4j.Model;

/// <summary>What one owner states of an edge, as it stands in a relationship or, once it is past, in a <c>PastEdge</c>.</summary>
/// <param name="Chunk">The owner's number and the place among its rows (<see cref="Model.Chunk"/>).</param>
/// <param name="Evidence">The justification as <see cref="EvidenceCode"/> writes it.</param>
/// <param name="Since">The run that made this relationship.</param>
/// <param name="Stated">The run that opened the statement: earlier than <paramref name="Since"/> where it only changed its place beside others.</param>
internal sealed record StatementRow(GraphEdge Edge, bool Also, long Chunk, string Evidence, long Since, long Stated)
{
    internal long Owner => Model.Chunk.OwnerOf(Chunk);
}
