using System.Collections.Immutable;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Loaders.Aws.Derive;

/// <summary>A statement as one holder has it.</summary>
/// <param name="Ties">What makes it the holder's beside the statement itself: the attachment, the membership; empty for an inline policy.</param>
internal sealed record HeldStatement(CompiledStatement Statement, ImmutableArray<Support> Ties);
