using NhiGraph.Graph.Model;

namespace NhiGraph.Graph.Csr;

/// <summary>Collects nodes and edges in any order and builds an <see cref="AccessGraph"/>; the same content always builds the same graph.</summary>
public sealed class AccessGraphBuilder
{
    public void Add(GraphNode node) => throw new NotImplementedException();

    public void Add(GraphEdge edge) => throw new NotImplementedException();

    /// <param name="version">The store's version that the content was read at.</param>
    public AccessGraph Build(string version) => throw new NotImplementedException();
}
