using System.Collections.Immutable;
using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Runs;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Loaders.Tests.Runs;

/// <summary>The naive twin of runs: keeps facts in a dictionary, and after every reading derives and joins everything anew.</summary>
internal sealed class FromScratch(params Provider[] providers)
{
    private readonly Dictionary<FactKey, Fact> facts = [];
    private readonly Dictionary<(string Scope, string Source, string Dataset), DatasetState> states = [];

    internal void Read(SourceReading reading)
    {
        foreach (DatasetReading dataset in reading.Datasets)
        {
            if (dataset.State == DatasetState.Complete)
            {
                foreach (FactKey gone in facts.Keys.Where(key => key.Source == reading.Source && key.Scope == dataset.Scope && key.Dataset == dataset.Dataset).ToArray())
                {
                    facts.Remove(gone);
                }
            }

            foreach (Fact fact in dataset.Facts)
            {
                facts[fact.Id] = fact;
            }

            (string, string, string) id = (dataset.Scope, reading.Source, dataset.Dataset);
            if (dataset.State != DatasetState.Skipped || !states.ContainsKey(id))
            {
                states[id] = dataset.State;
            }
        }
    }

    internal string Content()
    {
        DerivedScope[] all = All();
        return string.Join('\n', facts.Values.Select(fact => $"fact {fact.Id} {fact.Content}")
            .Concat(all.SelectMany(scope => scope.Terms).Select(term => $"term {term}"))
            .Concat(all.SelectMany(scope => scope.Assertions).GroupBy(a => a.Node.Key).Select(said => StoreContent.Line(NodeMerge.Merge(said))))
            .Concat(all.SelectMany(scope => scope.Edges).GroupBy(edge => edge.Edge.Key).Select(said => StoreContent.Line(EdgeMerge.Merge(said))))
            .Order(StringComparer.Ordinal));
    }

    /// <summary>Every scope derived and joined, with the edges that stand.</summary>
    internal DerivedScope[] All()
    {
        ImmutableSortedSet<string> scopes = [.. facts.Keys.Select(key => key.Scope)];
        DerivedScope[] derived = [.. scopes.Select(scope => ProviderOf(scope).Derive(new ScopeFacts(scope, [.. facts.Values.Where(f => f.Id.Scope == scope).OrderBy(f => f.Id.ToString(), StringComparer.Ordinal)],
            ImmutableSortedDictionary<(string, string), DatasetState>.Empty.AddRange(states.Where(s => s.Key.Scope == scope).Select(s => KeyValuePair.Create((s.Key.Source, s.Key.Dataset), s.Value))))))];
        JoinTerm[] terms = [.. derived.SelectMany(scope => scope.Terms)];
        ImmutableSortedSet<string> read = [.. facts.Keys.Where(key => !ProviderOf(key.Scope).Logs.Contains(key.Dataset)).Select(key => key.Scope)];
        DerivedScope[] all = [.. derived, .. scopes.Select(scope => Join(scope, terms, read))];
        Parties = [.. all.Select(scope => scope.Owner)];
        return [.. all.Select(scope => Standing(scope, all, terms))];
    }

    /// <summary>Whatever states assertions and edges.</summary>
    internal ImmutableArray<string> Parties { get; private set; } = [];

    private Provider ProviderOf(string scope) => providers.Single(provider => scope.StartsWith(provider.SourceKind + ":", StringComparison.Ordinal));

    private DerivedScope Join(string scope, JoinTerm[] terms, ImmutableSortedSet<string> scopes)
    {
        JoinTerm[] offers = [.. terms.Where(term => term.Scope == scope && term.Side == JoinSide.Offer).OrderBy(term => term.ToString(), StringComparer.Ordinal)];
        HashSet<string> keys = [.. offers.Select(offer => offer.JoinKey)];
        JoinTerm[] asks = [.. terms.Where(term => term.Side == JoinSide.Ask && keys.Contains(term.JoinKey)).OrderBy(term => term.ToString(), StringComparer.Ordinal)];
        return ProviderOf(scope).Join(new JoinInput(scope, [.. offers], [.. asks], scopes));
    }

    /// <summary>A derived edge needs its own scope to assert its ends; a joined one the join itself or a scope that it joins.</summary>
    private static DerivedScope Standing(DerivedScope scope, DerivedScope[] all, JoinTerm[] terms)
    {
        string home = scope.Owner.Replace("join:", "", StringComparison.Ordinal);
        HashSet<string> offered = [.. terms.Where(term => term.Side == JoinSide.Offer && term.Scope == home).Select(term => term.JoinKey)];
        HashSet<string> parties = scope.Owner == home ? [home] : [home, scope.Owner, .. terms.Where(term => term.Side == JoinSide.Ask && offered.Contains(term.JoinKey)).Select(term => term.Scope)];
        HashSet<string> asserted = [.. all.Where(other => parties.Contains(other.Owner)).SelectMany(other => other.Assertions).Select(assertion => assertion.Node.Key)];
        return scope with { Edges = [.. scope.Edges.Where(edge => asserted.Contains(edge.Edge.From) && asserted.Contains(edge.Edge.To))] };
    }
}
