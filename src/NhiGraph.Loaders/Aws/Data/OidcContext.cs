namespace NhiGraph.Loaders.Aws.Data;

/// <summary>One way in which the end of a subject says when its token was made.</summary>
/// <param name="Form">How it begins; what follows is its value.</param>
/// <param name="Noun">What a person calls it.</param>
internal sealed record OidcContext(string Form, string Noun);
