using System.Text.Json;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Loaders.Drafts;

/// <summary>The content of join terms: a record as canonical JSON, so that equal records are equal terms.</summary>
internal static class TermContent
{
    internal static string Of<T>(T content) => CanonicalJson.Of(JsonSerializer.SerializeToElement(content));

    /// <exception cref="InvalidOperationException">The term is of another kind.</exception>
    internal static T Read<T>(JoinTerm term) => JsonSerializer.Deserialize<T>(term.Content) ?? throw new InvalidOperationException($"The join term {term.JoinKey} of {term.Scope} is empty.");
}
