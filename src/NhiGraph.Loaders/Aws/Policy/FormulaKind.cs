namespace NhiGraph.Loaders.Aws.Policy;

/// <summary>What a <see cref="Formula"/> says.</summary>
internal enum FormulaKind
{
    No,
    Yes,
    /// <summary>One condition holds.</summary>
    Holds,
    /// <summary>One condition does not hold.</summary>
    Fails,
    All,
    Any,
}
