using System.Collections.Immutable;
using NhiGraph.Graph.Csr;
using NhiGraph.Loaders.Aws.Derive;
using NhiGraph.Loaders.Runs;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Loaders.Tests.Sample;

/// <summary>The graph of a reading, without a store: derive each scope, join each scope, merge.</summary>
internal static class SampleGraph
{
    public static (AccessGraph Graph, ImmutableArray<Storage.Runs.Problem> Problems) Of(SourceReading reading)
    {
        Provider provider = AwsProvider.Create();
        ImmutableSortedSet<string> scopes = [.. reading.Datasets.Select(dataset => dataset.Scope)];
        DerivedScope[] derived = [.. scopes.Select(scope => provider.Derive(FactsOf(reading, scope)))];
        JoinTerm[] terms = [.. derived.SelectMany(scope => scope.Terms).OrderBy(term => term.ToString(), StringComparer.Ordinal)];
        DerivedScope[] all = [.. derived, .. scopes.Select(scope => provider.Join(JoinOf(scope, terms, scopes)))];
        var builder = new AccessGraphBuilder();
        foreach (IGrouping<string, Assertion> said in all.SelectMany(scope => scope.Assertions).GroupBy(assertion => assertion.Node.Key))
        {
            builder.Add(NodeMerge.Merge(said));
        }

        foreach (var said in all.SelectMany(scope => scope.Edges).GroupBy(edge => edge.Edge.Key))
        {
            builder.Add(EdgeMerge.Merge(said).Edge);
        }

        return (builder.Build("sample"), [.. all.SelectMany(scope => scope.Problems)]);
    }

    private static ScopeFacts FactsOf(SourceReading reading, string scope) => new(
        scope,
        [.. reading.Datasets.Where(dataset => dataset.Scope == scope).SelectMany(dataset => dataset.Facts).OrderBy(fact => fact.Id.Dataset, StringComparer.Ordinal).ThenBy(fact => fact.Id.Key, StringComparer.Ordinal)],
        reading.Datasets.Where(dataset => dataset.Scope == scope).ToImmutableSortedDictionary(dataset => (reading.Source, dataset.Dataset), dataset => dataset.State));

    private static JoinInput JoinOf(string scope, JoinTerm[] terms, ImmutableSortedSet<string> scopes)
    {
        ImmutableArray<JoinTerm> offers = [.. terms.Where(term => term.Scope == scope && term.Side == JoinSide.Offer)];
        HashSet<string> keys = [.. offers.Select(offer => offer.JoinKey)];
        return new JoinInput(scope, offers, [.. terms.Where(term => term.Side == JoinSide.Ask && keys.Contains(term.JoinKey))], scopes);
    }
}
