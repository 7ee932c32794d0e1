using System.Collections.Immutable;
using NhiGraph.Analysis.Answers;
using NhiGraph.Api.Completeness;
using NhiGraph.Api.Snapshots;
using NhiGraph.Api.Sources;
using NhiGraph.Loaders.Runs;

namespace NhiGraph.Api.Reach;

/// <summary>A restriction or possibility that was not read.</summary>
/// <param name="Demotes">How many edges of the answer rest on it.</param>
internal sealed record AssumptionAnswer(string Code, string Statement, SourceView? Source, int Demotes)
{
    /// <summary>What edges of the answer rest on, then what every answer of the providers it touches assumes; each once.</summary>
    internal static IEnumerable<AssumptionAnswer> Of(AskedGraph asked, ImmutableArray<AssumptionCount> counted, ImmutableArray<string> scopes)
    {
        ProviderCatalog catalog = asked.Snapshot.Catalog;
        IEnumerable<AssumptionAnswer> resting = counted.Select(count => Of(asked, count.Code) with { Demotes = count.Edges });
        IEnumerable<AssumptionAnswer> always = scopes.Select(catalog.ProviderOf).OfType<Provider>().Distinct()
            .SelectMany(provider => provider.Assumptions.Where(info => info.EveryAnswer).Select(info => new AssumptionAnswer(info.Code, info.Statement, SourceOf(asked, provider), 0)));
        return resting.Concat(always).DistinctBy(assumption => assumption.Code);
    }

    /// <summary>One by its code; no edge rests on it.</summary>
    internal static AssumptionAnswer Of(AskedGraph asked, string code) => asked.Snapshot.Catalog.Assumption(code) is { } known
        ? new(code, known.Info.Statement, SourceOf(asked, known.Provider), 0)
        : new(code, "A restriction that was not read.", null, 0);

    private static SourceView? SourceOf(AskedGraph asked, Provider provider) =>
        asked.Snapshot.Status.Sources.FirstOrDefault(source => source.Kind == provider.SourceKind) is { } status ? new SourceView(asked, status) : null;
}
