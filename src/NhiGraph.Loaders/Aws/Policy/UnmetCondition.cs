using System.Collections.Immutable;

namespace NhiGraph.Loaders.Aws.Policy;

/// <summary>A condition on a key that nobody could tell.</summary>
/// <param name="Values">As written, with the variables replaced that could be told.</param>
/// <param name="Holds">Whether it holds for a value of the key; null where it hangs on more than this key's value.</param>
internal sealed record UnmetCondition(string Operator, string Key, ImmutableArray<string> Values, Func<ContextValue, bool>? Holds)
{
    /// <summary>Equal conditions have equal texts.</summary>
    internal string Text { get; } = $"{Operator} {Key.ToLowerInvariant()} [{string.Join(" | ", Values)}]";
}
