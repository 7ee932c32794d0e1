namespace NhiGraph.Storage.Facts;

/// <summary>A provider's record, trimmed to the metadata we use: what a loader read, before anything is decided.</summary>
/// <param name="Content">Canonical JSON (<see cref="CanonicalJson"/>); never a secret value.</param>
/// <param name="Locator">Where it stands in the source, e.g. <c>export.json#/RoleDetailList/3</c>. Not part of its content: a moved record is the same fact.</param>
public sealed record Fact(FactKey Id, string Content, string Locator);
