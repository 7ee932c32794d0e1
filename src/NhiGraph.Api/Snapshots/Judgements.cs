using NhiGraph.Analysis.Administrators;
using NhiGraph.Analysis.Kpis;
using NhiGraph.Analysis.OrphanChains;
using NhiGraph.Analysis.ToxicCombinations;
using NhiGraph.Api.OrphanChains;
using NhiGraph.Graph.Components;
using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;
using NhiGraph.Graph.Reach;
using NhiGraph.Storage.Reading;

namespace NhiGraph.Api.Snapshots;

/// <summary>
/// Answers about the whole estate at once, kept with the snapshot: made when first asked, by one request while others wait, and made anew when a date of the graph was passed since.
/// They need the graph in memory; an engine that does not hold it loads it for them.
/// </summary>
internal sealed class Judgements(GraphSnapshot snapshot)
{
    private const int PageOfTagged = 500;
    private readonly Lock _lock = new();
    private readonly Dictionary<Certainty, Task<Kept<Condensation>>> _condensations = [];
    private readonly Dictionary<Certainty, Task<Kept<ToxicCombinationsAnswer>>> _toxic = [];
    private readonly Dictionary<Certainty, Task<Kept<OrphanChainsAnswer>>> _orphans = [];
    private readonly Dictionary<Certainty, Task<Kept<KpiAnswer>>> _kpis = [];
    private readonly Dictionary<Certainty, Task<Kept<AdministratorsAnswer>>> _administrators = [];
    private Task<AccessGraph>? _graph = snapshot.Whole is { } whole ? Task.FromResult(whole) : null;

    internal Task<ToxicCombinationsAnswer> ToxicAsync(AskedGraph asked, Certainty certainty, CancellationToken cancellation) =>
        GetAsync(_toxic, certainty, asked.At, () => MakeToxicAsync(asked.At, certainty), cancellation);

    internal Task<AdministratorsAnswer> AdministratorsAsync(AskedGraph asked, Certainty certainty, CancellationToken cancellation) =>
        GetAsync(_administrators, certainty, asked.At, () => MakeAdministratorsAsync(asked.At, certainty), cancellation);

    internal Task<OrphanChainsAnswer> OrphansAsync(AskedGraph asked, CancellationToken cancellation) =>
        GetAsync(_orphans, Certainty.Inferred, asked.At, () => MakeOrphansAsync(asked.At), cancellation);

    internal Task<KpiAnswer> KpisAsync(AskedGraph asked, CancellationToken cancellation) =>
        GetAsync(_kpis, Certainty.Inferred, asked.At, () => MakeKpisAsync(asked.At), cancellation);

    /// <summary>What is made is for all who ask, so that it is not given up with the request that asked first.</summary>
    private async Task<T> GetAsync<TKey, T>(Dictionary<TKey, Task<Kept<T>>> kept, TKey key, long at, Func<Task<Kept<T>>> make, CancellationToken cancellation) where TKey : notnull
    {
        while (true)
        {
            Task<Kept<T>>? making;
            lock (_lock)
            {
                if (!kept.TryGetValue(key, out making) || making.IsFaulted || (making.IsCompletedSuccessfully && !making.Result.HoldsAt(at)))
                {
                    kept[key] = making = Task.Run(make, CancellationToken.None);
                }
            }

            Kept<T> made = await making.WaitAsync(cancellation).ConfigureAwait(false);
            if (made.HoldsAt(at))
            {
                return made.Answer;
            }
        }
    }

    private async Task<Kept<ToxicCombinationsAnswer>> MakeToxicAsync(long at, Certainty certainty)
    {
        AccessGraph graph = await GraphAsync().ConfigureAwait(false);
        Dictionary<ResourceTag, IReadOnlyCollection<int>> tagged = await TaggedAsync(graph, CancellationToken.None).ConfigureAwait(false);
        var answer = ToxicCombinationsAnswer.Of(
            await CondensationAsync(at, certainty).ConfigureAwait(false), snapshot.Rules.Rules, snapshot.Rules.Exceptions, tag => tagged[tag]);
        (long from, long until) = graph.UnchangedAround(at);
        return new(answer, from, until);
    }

    private async Task<Kept<AdministratorsAnswer>> MakeAdministratorsAsync(long at, Certainty certainty)
    {
        AccessGraph graph = await GraphAsync().ConfigureAwait(false);
        AdministratorsAnswer answer = AdministratorsAnswer.Of(graph, new TraversalOptions(at) { Certainty = certainty });
        (long from, long until) = graph.UnchangedAround(at);
        return new(answer, from, until);
    }

    private async Task<Kept<OrphanChainsAnswer>> MakeOrphansAsync(long at)
    {
        AccessGraph graph = await GraphAsync().ConfigureAwait(false);
        var answer = OrphanChainsAnswer.Of(await CondensationAsync(at, Certainty.Inferred).ConfigureAwait(false), scope => OrphanKnowledge.Of(snapshot.Coverage, scope));
        (long from, long until) = graph.UnchangedAround(at, NodeDate.Ended, NodeDate.Expires);
        return new(answer, from, until);
    }

    private async Task<Kept<KpiAnswer>> MakeKpisAsync(long at)
    {
        AccessGraph graph = await GraphAsync().ConfigureAwait(false);
        var answer = KpiAnswer.Of(await CondensationAsync(at, Certainty.Inferred).ConfigureAwait(false), scope => OrphanKnowledge.Of(snapshot.Coverage, scope));
        (long from, long until) = graph.UnchangedAround(at, NodeDate.Ended);
        return new(answer, from, until);
    }

    /// <summary>The components that all of them stand on: one for each certainty, for as long as the same edges hold.</summary>
    private async Task<Condensation> CondensationAsync(long at, Certainty certainty)
    {
        AccessGraph graph = await GraphAsync().ConfigureAwait(false);
        Condensation kept = await GetAsync(_condensations, certainty, at, () =>
        {
            (long from, long until) = graph.UnchangedAround(at);
            return Task.FromResult(new Kept<Condensation>(Condensation.Of(graph, new TraversalOptions(at) { Certainty = certainty }), from, until));
        }, CancellationToken.None).ConfigureAwait(false);
        return kept.At(at);
    }

    /// <summary>The whole graph, loaded once where the engine does not hold it.</summary>
    private Task<AccessGraph> GraphAsync()
    {
        lock (_lock)
        {
            return _graph = _graph is null or { IsFaulted: true } ? snapshot.Store.LoadGraphAsync(snapshot.Status.Version, CancellationToken.None) : _graph;
        }
    }

    /// <summary>The resources that have a property which a rule names; the store alone knows them.</summary>
    private async Task<Dictionary<ResourceTag, IReadOnlyCollection<int>>> TaggedAsync(AccessGraph graph, CancellationToken cancellation)
    {
        var tagged = new Dictionary<ResourceTag, IReadOnlyCollection<int>>();
        foreach (ResourceTag tag in snapshot.Rules.Rules.SelectMany(rule => rule.Parts).Select(part => part.On.Tag).OfType<ResourceTag>().Distinct())
        {
            var nodes = new List<int>();
            var query = new NodeQuery { Kinds = NodeKinds.Resource, Where = [new PropertyFilter(tag.Name, [tag.Value])], First = PageOfTagged };
            for (NodePage page = await snapshot.Store.FindAsync(snapshot.Status.Version, query, cancellation).ConfigureAwait(false); ;)
            {
                nodes.AddRange(page.Keys.Select(key => graph.TryFind(key, out int node) ? node : -1).Where(node => node >= 0));
                if (!page.HasMore)
                {
                    break;
                }

                page = await snapshot.Store.FindAsync(snapshot.Status.Version, query with { After = page.Cursors[^1] }, cancellation).ConfigureAwait(false);
            }

            tagged.Add(tag, nodes);
        }

        return tagged;
    }

    /// <summary>An answer and the time for which it is good.</summary>
    private sealed record Kept<T>(T Answer, long From, long Until)
    {
        internal bool HoldsAt(long at) => From <= at && at < Until;
    }
}
