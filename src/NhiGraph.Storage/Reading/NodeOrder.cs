namespace NhiGraph.Storage.Reading;

/// <summary>The order of a listing, without case; the key breaks ties in the same direction, and a node without the property comes last either way (<see cref="NodeOrdering"/>).</summary>
/// <param name="Property">A property's name, or null for the node's name.</param>
public sealed record NodeOrder(string? Property, bool Descending)
{
    public static NodeOrder ByName { get; } = new(null, false);
}
