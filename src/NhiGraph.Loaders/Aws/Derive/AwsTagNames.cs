namespace NhiGraph.Loaders.Aws.Derive;

/// <summary>Which tags tell what; matched without case. Each may have several names: the first that a thing has counts.</summary>
public sealed record AwsTagNames
{
    public IReadOnlyList<string> Owner { get; init; } = ["owner"];

    public IReadOnlyList<string> Team { get; init; } = ["team"];

    public IReadOnlyList<string> Application { get; init; } = ["application"];

    public IReadOnlyList<string> Environment { get; init; } = ["environment"];

    public IReadOnlyList<string> Purpose { get; init; } = ["purpose"];

    public IReadOnlyList<string> DataClassification { get; init; } = ["data-classification"];
}
