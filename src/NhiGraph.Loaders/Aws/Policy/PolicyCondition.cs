using System.Collections.Immutable;

namespace NhiGraph.Loaders.Aws.Policy;

/// <summary>One condition of a statement: all of them must hold, and for each one of its values.</summary>
/// <param name="Operator">As written, e.g. <c>ForAnyValue:StringLike</c>.</param>
internal sealed record PolicyCondition(string Operator, string Key, ImmutableArray<string> Values)
{
    /// <summary>The operator without set qualifier and <c>IfExists</c>.</summary>
    internal string Comparison
    {
        get
        {
            string plain = Operator[(Operator.IndexOf(':', StringComparison.Ordinal) + 1)..];
            return plain.EndsWith("IfExists", StringComparison.OrdinalIgnoreCase) ? plain[..^8] : plain;
        }
    }

    internal bool IsKey(string key) => Key.Equals(key, StringComparison.OrdinalIgnoreCase);
}
