using System.Collections.Immutable;

namespace NhiGraph.Storage.Reading;

/// <summary>A page of a listing.</summary>
/// <param name="Keys">The nodes' keys in order.</param>
/// <param name="Cursors">One cursor a key.</param>
/// <param name="HasMore">There are more after the last.</param>
/// <param name="Total">All that match.</param>
public sealed record NodePage(ImmutableArray<string> Keys, ImmutableArray<string> Cursors, bool HasMore, long Total);
