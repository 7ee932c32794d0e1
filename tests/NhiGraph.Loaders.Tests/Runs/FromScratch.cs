using System.Collections.Immutable;
using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Runs;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Loaders.Tests.Runs;

/// <summary>The naive twin of runs: keeps facts in a dictionary, and after every reading derives and joins everything anew.</summary>
internal sealed class FromScratch(Provider provider)
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
        ImmutableSortedSet<string> scopes = [.. facts.Keys.Select(key => key.Scope)];
        DerivedScope[] derived = [.. scopes.Select(scope => provider.Derive(new ScopeFacts(scope, [.. facts.Values.Where(f => f.Id.Scope == scope).OrderBy(f => f.Id.ToString(), StringComparer.Ordinal)],
            ImmutableSortedDictionary<(string, string), DatasetState>.Empty.AddRange(states.Where(s => s.Key.Scope == scope).Select(s => KeyValuePair.Create((s.Key.Source, s.Key.Dataset), s.Value))))))];
        JoinTerm[] terms = [.. derived.SelectMany(scope => scope.Terms)];
        DerivedScope[] joined = [.. scopes.Select(scope => Join(scope, terms, scopes))];
        DerivedScope[] all = [.. derived, .. joined];
        return string.Join('\n', facts.Values.Select(fact => $"fact {fact.Id} {fact.Content}")
            .Concat(terms.Select(term => $"term {term}"))
            .Concat(all.SelectMany(scope => scope.Assertions).GroupBy(a => a.Node.Key).Select(said => StoreContent.Line(NodeMerge.Merge(said))))
            .Concat(all.SelectMany(scope => scope.Edges.Where(edge => Stands(edge, scope, all))).GroupBy(edge => edge.Edge.Key).Select(said => StoreContent.Line(EdgeMerge.Merge(said))))
            .Order(StringComparer.Ordinal));
    }

    private DerivedScope Join(string scope, JoinTerm[] terms, ImmutableSortedSet<string> scopes)
    {
        JoinTerm[] offers = [.. terms.Where(term => term.Scope == scope && term.Side == JoinSide.Offer).OrderBy(term => term.ToString(), StringComparer.Ordinal)];
        JoinTerm[] asks = [.. terms.Where(term => term.Side == JoinSide.Ask && offers.Any(offer => offer.JoinKey == term.JoinKey)).OrderBy(term => term.ToString(), StringComparer.Ordinal)];
        return provider.Join(new JoinInput(scope, [.. offers], [.. asks], scopes));
    }

    /// <summary>A derived edge needs its own scope to assert its ends; a joined one the join itself or a scope that it joins.</summary>
    private static bool Stands(DerivedEdge edge, DerivedScope scope, DerivedScope[] all)
    {
        string home = scope.Owner.Replace("join:", "", StringComparison.Ordinal);
        string[] parties = scope.Owner == home
            ? [home]
            : [home, scope.Owner, .. all.SelectMany(s => s.Terms).Where(t => t.Side == JoinSide.Ask && all.SelectMany(s => s.Terms).Any(o => o.Side == JoinSide.Offer && o.Scope == home && o.JoinKey == t.JoinKey)).Select(t => t.Scope)];
        bool Asserted(string node) => all.Where(s => parties.Contains(s.Owner)).SelectMany(s => s.Assertions).Any(a => a.Node.Key == node);
        return Asserted(edge.Edge.From) && Asserted(edge.Edge.To);
    }
}
