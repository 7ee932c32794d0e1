using NhiGraph.Storage.Facts;

namespace NhiGraph.Loaders.Joins;

/// <summary>An application is known by its id, and by its name.</summary>
/// <param name="Key">The node's key.</param>
/// <param name="By">Which of the two.</param>
internal sealed record ApplicationOffer(string Key, string Name, JoinedBy By, FactKey Fact);
