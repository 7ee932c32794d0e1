using System.Collections.Immutable;
using NhiGraph.Loaders.Aws.Policy;

namespace NhiGraph.Loaders.Aws.Derive;

/// <summary>The regions that a statement is about by its condition on <c>aws:RequestedRegion</c>: those that the patterns name, or all but them. What names no region is of neither.</summary>
/// <param name="Regions">As globs; empty text for what names none.</param>
internal sealed record RegionScope(ImmutableArray<string> Regions, bool IsNot)
{
    /// <summary>What names no region: a bucket, an action without resource.</summary>
    internal static RegionScope Regionless { get; } = new([""], IsNot: false);

    private IEnumerable<ArnPattern> Named => Regions.SelectMany(region => region.Length == 0 ? [Of(region), ArnPattern.NoResource] : new[] { Of(region) });

    /// <summary>Whether patterns say what a resource pattern has of the regions.</summary>
    internal bool CanNarrow(ArnPattern pattern) => IsNot || Regions.All(region => Common(pattern, region) is not null);

    /// <summary>What of the patterns, or of all but them, lies in the regions. A pattern of which patterns do not say it stays whole: with a variable in its place, it holds on a condition then.</summary>
    internal (IEnumerable<ArnPattern> Patterns, IEnumerable<ArnPattern> Kept) Of(IEnumerable<ArnPattern> patterns, bool isNot) => (isNot, IsNot) switch
    {
        (true, false) => (Named, patterns),
        (true, true) => ([ArnPattern.Everything], [.. patterns, .. Named, .. Regionless.Named]),
        (false, false) => (patterns.SelectMany(pattern => pattern.IsEverything ? Named : Regions.SelectMany(region => Common(pattern, region) ?? [pattern])), []),
        (false, true) => (patterns, [.. Named, .. Regionless.Named]),
    };

    private static ArnPattern Of(string region) => ArnPattern.Parse($"arn:*:*:{region}:*:*");

    /// <summary>Null where no patterns say it.</summary>
    private static IEnumerable<ArnPattern>? Common(ArnPattern pattern, string region) =>
        !Glob.Overlaps(pattern.Region, region) ? [] : Glob.Common(pattern.Region, region)?.Select(pattern.In);
}
