namespace NhiGraph.Storage.Neo4j.Parts;

/// <summary>How much of the graph one question may bring into memory.</summary>
/// <param name="MostNodes">Nodes, some hundred bytes each while they are read.</param>
public sealed record PartBounds(int MostNodes = 200_000)
{
    public static PartBounds Default { get; } = new();
}
