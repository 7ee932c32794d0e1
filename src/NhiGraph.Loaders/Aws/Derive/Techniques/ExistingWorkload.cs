namespace NhiGraph.Loaders.Aws.Derive.Techniques;

/// <summary>What a technique uses that is there already.</summary>
/// <param name="Dataset">The dataset that lists it.</param>
/// <param name="Needs">What must be true of one that is listed, beside what permissions must hold on.</param>
/// <param name="Having">A kept member that must say <c>true</c>; null where any will do.</param>
internal sealed record ExistingWorkload(string Dataset, string? Needs, string? Having);
