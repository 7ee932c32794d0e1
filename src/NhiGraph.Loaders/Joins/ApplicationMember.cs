using NhiGraph.Storage.Facts;

namespace NhiGraph.Loaders.Joins;

/// <summary>A thing says which application it belongs to.</summary>
/// <param name="Thing">The node's key.</param>
/// <param name="Named">The application as it stands there.</param>
internal sealed record ApplicationMember(string Thing, string Named, Support Support);
