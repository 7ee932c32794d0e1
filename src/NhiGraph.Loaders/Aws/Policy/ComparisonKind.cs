namespace NhiGraph.Loaders.Aws.Policy;

/// <summary>How a condition compares a value of the request with one of the policy.</summary>
internal enum ComparisonKind
{
    Text,
    TextWithoutCase,
    TextPattern,
    NumberEqual,
    NumberLess,
    NumberAtMost,
    NumberMore,
    NumberAtLeast,
    DateEqual,
    DateBefore,
    DateNotAfter,
    DateAfter,
    DateNotBefore,
    Truth,
    Bytes,
    Address,
    ArnPattern,
    /// <summary>Null: whether the key is absent.</summary>
    Absence,
}
