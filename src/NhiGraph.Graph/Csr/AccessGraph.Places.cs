namespace NhiGraph.Graph.Csr;

public sealed partial class AccessGraph
{
    private PlaceRuns? _placeRuns;

    /// <summary>Computed when first asked; two threads that ask at once compute the same.</summary>
    internal PlaceRuns PlaceRuns => _placeRuns ??= new(Content, Tree);
}
