namespace NhiGraph.Loaders.Aws.Policy;

/// <summary>Which of the values of a key with many must meet a condition.</summary>
internal enum SetQuantifier
{
    /// <summary><c>ForAllValues</c>: each; a key without values meets it.</summary>
    All,
    /// <summary><c>ForAnyValue</c>: one at least.</summary>
    Any,
}
