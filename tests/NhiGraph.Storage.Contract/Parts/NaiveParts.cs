using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;
using NhiGraph.Graph.Paths;
using NhiGraph.Graph.Reach;
using NhiGraph.Storage.Parts;

namespace NhiGraph.Storage.Contract.Parts;

/// <summary>
/// The least that <see cref="IGraphParts"/> promises of each part and nothing more, cut naively from a whole graph: what an engine must give at least, and what questions may rely on.
/// </summary>
/// <param name="whole">What parts are cut from.</param>
/// <param name="read">Told of each read.</param>
public sealed class NaiveParts(AccessGraph whole, Action<string>? read = null) : IGraphParts
{
    /// <summary>Opens versions of a store so.</summary>
    public static OpenParts Of(IGraphStore store, Action<string>? read = null) =>
        async (version, cancellation) => new NaiveParts(await store.LoadGraphAsync(version, cancellation).ConfigureAwait(false), read);

    public Task<AccessGraph> NodesAsync(IReadOnlyCollection<string> keys, CancellationToken cancellation) => Made("part: nodes", cut => Add(cut, Found(keys)));

    public Task<AccessGraph> RelatedAsync(Relation relation, IReadOnlyCollection<string> keys, CancellationToken cancellation) => Made($"part: {relation.Text()}", cut =>
    {
        foreach (int node in Found(keys))
        {
            cut.AddNode(node);
            foreach (AccessEdge edge in NaiveRelations.Of(whole, node, relation))
            {
                cut.AddEdge(edge);
            }
        }
    });

    public Task<AccessGraph> ReachedAsync(IReadOnlyCollection<string> starts, TraversalOptions options, CancellationToken cancellation) =>
        Made("part: reached", cut => AddReached(cut, starts, options));

    public Task<AccessGraph> TrustAsync(IReadOnlyCollection<string> keys, TraversalOptions options, CancellationToken cancellation) => Made("part: trust", cut =>
    {
        AddAccountability(cut, keys);
        AddReached(cut, keys, options);
    });

    public Task<AccessGraph> DeparturesAsync(IReadOnlyCollection<string> people, CancellationToken cancellation) => Made("part: departures", cut => AddAccountability(cut, people));

    public Task<AccessGraph> ReachingAsync(IReadOnlyCollection<string> targets, TraversalOptions options, CancellationToken cancellation) =>
        Made("part: reaching", cut => AddReaching(cut, Found(targets), options));

    public Task<AccessGraph> BetweenAsync(IReadOnlyCollection<string> starts, IReadOnlyCollection<string> targets, TraversalOptions options, CancellationToken cancellation) => Made("part: between", cut =>
    {
        int[] from = Found(starts);
        int[] to = Found(targets);
        AccessEdge[] links = [.. LinksTo(to)];
        HashSet<int> between = Walk(from, options, backwards: false);
        between.IntersectWith(Walk([.. to, .. links.Select(link => link.From)], options, backwards: true));
        between.UnionWith([.. from, .. to]);
        Add(cut, between);
        AddWalked(cut, between, options);
        foreach (AccessEdge link in links.Where(link => cut.Has(link.From)))
        {
            cut.AddEdge(link);
        }
    });

    public Task<AccessGraph> ChainsAsync(string through, TraversalOptions options, CancellationToken cancellation) => Made("part: chains", cut =>
    {
        int[] middle = Found([through]);
        EdgeKind[] kinds = [EdgeKind.HasAccount, EdgeKind.Uses, EdgeKind.Authenticates, EdgeKind.CanAssume];
        int[] next = [.. middle.SelectMany(node => whole.Out(node)).Where(edge => kinds.Contains(edge.Kind)).Select(edge => edge.To)];
        int[] last = [.. next.SelectMany(node => whole.Out(node)).Where(edge => edge.Kind == EdgeKind.Authenticates).Select(edge => edge.To)];
        AddReaching(cut, [.. middle.Concat(next).Concat(last).Distinct()], options);
    });

    private void AddReached(PartCut cut, IReadOnlyCollection<string> starts, TraversalOptions options)
    {
        HashSet<int> reached = Walk(Found([.. starts, WellKnownKeys.Anyone, WellKnownKeys.AnyAuthenticated]), options, backwards: false);
        Add(cut, reached);
        AddWalked(cut, reached, options);
        foreach (AccessEdge on in reached.SelectMany(node => whole.Targets(node)))
        {
            cut.AddEdge(on);
            if (whole.OnOf(on.Id) is { Effect: OnEffect.Allow, Covers: OnCovers.Subtree })
            {
                cut.AddContent(on.To);
            }
        }
    }

    private void AddAccountability(PartCut cut, IReadOnlyCollection<string> keys)
    {
        int[] asked = Found(keys);
        Add(cut, asked);
        foreach (AccessEdge edge in asked.SelectMany(node => NaiveAccountability.Of(whole, node)))
        {
            cut.AddEdge(edge);
        }
    }

    private void AddReaching(PartCut cut, int[] targets, TraversalOptions options)
    {
        AccessEdge[] links = [.. LinksTo(targets)];
        HashSet<int> reaching = Walk([.. targets, .. links.Select(link => link.From)], options, backwards: true);
        Add(cut, reaching);
        AddWalked(cut, reaching, options);
        foreach (AccessEdge link in links)
        {
            cut.AddEdge(link);
        }
    }

    /// <summary>The ON edges that name one of these or what contains it.</summary>
    private IEnumerable<AccessEdge> LinksTo(IEnumerable<int> targets)
    {
        var above = new HashSet<int>();
        var waiting = new Stack<int>(targets);
        while (waiting.TryPop(out int node))
        {
            if (above.Add(node))
            {
                foreach (AccessEdge edge in whole.EvidenceIn(node).Where(edge => edge.Kind == EdgeKind.Contains))
                {
                    waiting.Push(edge.From);
                }
            }
        }

        return above.SelectMany(node => whole.TargetedBy(node));
    }

    private HashSet<int> Walk(IEnumerable<int> starts, TraversalOptions options, bool backwards)
    {
        var rule = new WalkRule(whole, options, options.Certainty);
        HashSet<int> seen = [.. starts];
        List<int> layer = [.. seen];
        for (int depth = 0; depth < options.MaxDepth && layer.Count > 0; depth++)
        {
            AccessEdge[] walked = [.. layer.SelectMany(node => backwards ? whole.In(node) : whole.Out(node)).Where(edge => rule.Walks(edge, out _))];
            layer = [.. walked.Select(edge => backwards ? edge.From : edge.To).Where(seen.Add)];
        }

        return seen;
    }

    private void AddWalked(PartCut cut, HashSet<int> among, TraversalOptions options)
    {
        var rule = new WalkRule(whole, options, options.Certainty);
        foreach (int node in among)
        {
            foreach (AccessEdge edge in whole.Out(node))
            {
                if (among.Contains(edge.To) && rule.Walks(edge, out _))
                {
                    cut.AddEdge(edge);
                }
            }
        }
    }

    private int[] Found(IEnumerable<string> keys) => [.. keys.Distinct(StringComparer.Ordinal).Select(key => whole.TryFind(key, out int node) ? node : -1).Where(node => node >= 0)];

    private Task<AccessGraph> Made(string what, Action<PartCut> cutting)
    {
        read?.Invoke(what);
        var cut = new PartCut(whole);
        cutting(cut);
        return Task.FromResult(cut.Build());
    }

    private static void Add(PartCut cut, IEnumerable<int> nodes)
    {
        foreach (int node in nodes)
        {
            cut.AddNode(node);
        }
    }
}
