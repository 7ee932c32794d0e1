using System.Collections.Immutable;
using NhiGraph.Graph.Model;
using NhiGraph.Storage;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Loaders.Runs;

/// <summary>
/// Derives scopes and joins them again over what is stored, and collects what that changes. The graph after it is the one that deriving every scope from scratch would give:
/// whatever a derive or a join may look at, a change of it makes that derive or join run again.
/// </summary>
internal sealed class Derivation(IGraphStore store, RunId version, IReadOnlyList<Provider> providers, FactChanges factChanges, DatasetStates datasets)
{
    private readonly Dictionary<string, Provider> byKind = providers.ToDictionary(provider => provider.SourceKind, StringComparer.Ordinal);
    private readonly FactView facts = new(store, version, factChanges);
    private readonly AssertionView assertions = new(store, version);
    private readonly List<OwnerChanges> owners = [];
    private readonly List<Problem> problems = [];
    private readonly ContainmentCheck containment = new();
    private readonly HashSet<string> restated = new(StringComparer.Ordinal);

    internal SortedSet<string> Derived { get; } = new(StringComparer.Ordinal);

    internal SortedSet<string> Joined { get; } = new(StringComparer.Ordinal);

    internal IEnumerable<Problem> Problems => problems;

    /// <param name="again">Scopes to derive: those of which facts or dataset states changed, or all.</param>
    /// <param name="joinAll">Join every scope, whether or not anything it looks at changed.</param>
    internal async Task<RunChanges> RunAsync(IReadOnlySet<string> again, bool joinAll, CancellationToken cancellation)
    {
        List<JoinTerm> before = [];
        await foreach (JoinTerm term in store.TermsAsync(version, cancellation).ConfigureAwait(false))
        {
            before.Add(term);
        }

        var after = new HashSet<JoinTerm>(before);
        foreach (string scope in again.Order(StringComparer.Ordinal))
        {
            if (await DeriveAsync(scope, cancellation).ConfigureAwait(false) is { } derived)
            {
                after.RemoveWhere(term => term.Scope == scope);
                after.UnionWith(derived.Terms);
            }
        }

        await JoinAsync(before, after, joinAll, cancellation).ConfigureAwait(false);
        problems.AddRange(containment.Problems());
        NodeChanges nodes = await NodeChanges.OfAsync(assertions, problems, cancellation).ConfigureAwait(false);
        return new RunChanges
        {
            Facts = factChanges.Put,
            FactsRemoved = factChanges.Removed,
            Assertions = [.. owners.SelectMany(owner => owner.Put)],
            AssertionsRemoved = [.. owners.SelectMany(owner => owner.Removed)],
            Nodes = nodes.Put,
            NodesRemoved = nodes.Removed,
            Edges = [.. owners.SelectMany(owner => owner.EdgesPut)],
            EdgesRemoved = [.. owners.SelectMany(owner => owner.EdgesRemoved)],
            Terms = [.. after.Except(before).Order(TermOrder.Instance)],
            TermsRemoved = [.. before.Where(term => !after.Contains(term))],
        };
    }

    private async Task<DerivedScope?> DeriveAsync(string scope, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (ProviderOf(scope) is not { } provider)
        {
            problems.Add(RunProblems.NoProvider(scope));
            return null;
        }

        ImmutableArray<Fact> all = await facts.OfAsync(scope, cancellation).ConfigureAwait(false);
        DerivedScope derived = DerivedContent.Sound(provider.Derive(new ScopeFacts(scope, all, datasets.Of(scope))), scope, scope, problems);
        problems.AddRange(derived.Problems);
        Derived.Add(scope);
        var kinds = new Dictionary<string, NodeKinds>(StringComparer.Ordinal);
        EdgeCheck.AddKinds(kinds, derived.Assertions);
        if (await ReplaceAsync(derived, kinds, cancellation).ConfigureAwait(false))
        {
            restated.Add(scope);
        }

        return derived;
    }

    private async Task JoinAsync(IReadOnlyCollection<JoinTerm> before, IReadOnlyCollection<JoinTerm> after, bool all, CancellationToken cancellation)
    {
        ImmutableSortedSet<string> known = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);
        ImmutableSortedSet<string> knownBefore = known;
        var stored = new FactView(store, version, FactChanges.None);
        foreach (string scope in datasets.Scopes)
        {
            ImmutableArray<string> logs = ProviderOf(scope)?.Logs ?? [];
            bool had = await stored.AnyAsync(scope, logs, cancellation).ConfigureAwait(false);
            bool has = facts.Changed.Contains(scope) ? await facts.AnyAsync(scope, logs, cancellation).ConfigureAwait(false) : had;
            knownBefore = had ? knownBefore.Add(scope) : knownBefore;
            known = has ? known.Add(scope) : known;
        }

        var planBefore = new JoinPlan(before, knownBefore);
        var plan = new JoinPlan(after, known);
        foreach (string scope in plan.Offering.Union(planBefore.Offering, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            cancellation.ThrowIfCancellationRequested();
            JoinInput input = plan.InputOf(scope);
            if (ProviderOf(scope) is { } provider && (all || restated.Overlaps(JoinPlan.Parties(input)) || !JoinPlan.Same(input, planBefore.InputOf(scope))))
            {
                await JoinAsync(input, provider, cancellation).ConfigureAwait(false);
            }
        }
    }

    private async Task JoinAsync(JoinInput input, Provider provider, CancellationToken cancellation)
    {
        string owner = DerivedScope.JoinOwner(input.Scope);
        DerivedScope joined = input.Offers.IsEmpty
            ? new DerivedScope(owner, [], [], [], [])
            : DerivedContent.Sound(provider.Join(input), owner, input.Scope, problems);
        problems.AddRange(joined.Problems);
        Joined.Add(input.Scope);

        var kinds = new Dictionary<string, NodeKinds>(StringComparer.Ordinal);
        HashSet<string> parties = JoinPlan.Parties(input);
        IEnumerable<string> ends = joined.Edges.SelectMany(edge => (string[])[edge.Edge.From, edge.Edge.To]).Distinct(StringComparer.Ordinal);
        await foreach ((_, _, ImmutableArray<Assertion> said) in assertions.ReadAsync(ends, cancellation).ConfigureAwait(false))
        {
            EdgeCheck.AddKinds(kinds, said.Where(assertion => parties.Contains(assertion.Owner)));
        }

        EdgeCheck.AddKinds(kinds, joined.Assertions);
        await ReplaceAsync(joined, kinds, cancellation).ConfigureAwait(false);
    }

    /// <summary>Takes what is made in place of what is stored; tells whether other assertions are made than were.</summary>
    private async Task<bool> ReplaceAsync(DerivedScope made, Dictionary<string, NodeKinds> kinds, CancellationToken cancellation)
    {
        ImmutableArray<DerivedEdge> sound = EdgeCheck.Sound(made.Edges, kinds, problems);
        containment.Add(sound);
        OwnerChanges changes = await OwnerChanges.OfAsync(made.Owner, made.Assertions, sound, store, version, cancellation).ConfigureAwait(false);
        owners.Add(changes);
        assertions.Apply(changes);
        return !changes.Put.IsEmpty || !changes.Removed.IsEmpty;
    }

    private Provider? ProviderOf(string scope) => byKind.GetValueOrDefault(scope.Split(':', 2)[0]);
}
