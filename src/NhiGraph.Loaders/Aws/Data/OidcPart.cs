namespace NhiGraph.Loaders.Aws.Data;

/// <summary>A part of a subject.</summary>
/// <param name="Name">The property that it becomes.</param>
/// <param name="Noun">What a person calls it.</param>
/// <param name="Before">What stands before it.</param>
internal sealed record OidcPart(string Name, string Noun, string Before);
