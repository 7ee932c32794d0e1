namespace NhiGraph.Storage.Facts;

/// <summary>What makes an <see cref="Assertion"/> itself.</summary>
public readonly record struct AssertionKey(string Owner, FactKey Fact, string Node);
