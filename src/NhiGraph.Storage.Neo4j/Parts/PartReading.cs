using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;
using NhiGraph.Storage.Neo4j.QueryApi;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Storage.Neo4j.Parts;

/// <summary>One part of the graph while it is read: edges first, then the nodes; what is not between its nodes falls away.</summary>
internal sealed class PartReading(QueryApiClient client, RunId version, PartBounds bounds)
{
    private const int MostIds = 20_000;

    private readonly List<PartEdge> _edges = [];
    private readonly AccessGraphBuilder _builder = new();
    private readonly NodeColumnsBuilder _columns = new();
    private readonly Dictionary<string, int> _nodes = new(StringComparer.Ordinal);

    /// <summary>Both ends of the edges read so far.</summary>
    internal IEnumerable<string> Ends => _edges.SelectMany(edge => new[] { edge.From, edge.To });

    /// <summary>Entitlements whose ON edges were read.</summary>
    internal IEnumerable<string> Hubs => On.Select(edge => edge.From);

    /// <summary>What ON edges name.</summary>
    internal IEnumerable<string> Targets => On.Select(edge => edge.To);

    /// <summary>Containers whose content ON edges allow.</summary>
    internal List<string> Subtrees => [.. On.Where(edge => edge.Details.On is { Effect: OnEffect.Allow, Covers: OnCovers.Subtree }).Select(edge => edge.To).Distinct(StringComparer.Ordinal)];

    private IEnumerable<PartEdge> On => _edges.Where(edge => edge.Kind == EdgeKind.On);

    /// <summary>The ids that a question finds from others.</summary>
    internal async Task<List<string>> IdsAsync(string question, IReadOnlyCollection<string> of, Action<QueryParameters> set, CancellationToken cancellation)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        await EachAsync(question, of, parameters => set(parameters.Set("most", (long)bounds.MostNodes + 1)), row =>
        {
            ids.Add(row.Text(0));
            Demand(ids.Count);
        }, cancellation).ConfigureAwait(false);
        return [.. ids];
    }

    internal Task AddEdgesAsync(string question, IReadOnlyCollection<string> of, Action<QueryParameters> set, CancellationToken cancellation) =>
        EachAsync(question, of, set, row => _edges.Add(PartEdge.Read(row)), cancellation);

    /// <param name="of">Ids; one that no node has is passed over.</param>
    /// <param name="within">Ids whose content is read too.</param>
    internal async Task AddNodesAsync(IReadOnlyCollection<string> of, IReadOnlyCollection<string> within, CancellationToken cancellation)
    {
        await EachAsync("nodes", of, parameters => Set(parameters, []), AddNode, cancellation).ConfigureAwait(false);
        await EachAsync("nodes", within, parameters => Set(parameters, within), AddNode, cancellation).ConfigureAwait(false);

        void Set(QueryParameters parameters, IReadOnlyCollection<string> content) =>
            parameters.Set("within", content).Set("kept", NodeColumnsBuilder.Properties).Set("most", (long)bounds.MostNodes + 1);
    }

    internal async Task<(long Published, long Swept)> VersionAsync(CancellationToken cancellation)
    {
        var query = new Query(CypherFile.Named("queries/parts/version"), new());
        return (await client.RowsAsync(query, row => (row.Number(0), row.Number(1)), cancellation).ConfigureAwait(false)).FirstOrDefault();
    }

    internal AccessGraph Build()
    {
        foreach (PartEdge edge in _edges.Distinct())
        {
            AddEdge(edge);
        }

        return _builder.Build(version.ToString());
    }

    private void AddEdge(PartEdge edge)
    {
        if (_nodes.TryGetValue(edge.From, out int from) && _nodes.TryGetValue(edge.To, out int to))
        {
            _builder.AddEdge(from, to, edge.Kind, edge.Certainty, _builder.AddDetails(edge.Details));
        }
    }

    private void AddNode(QueryRow row)
    {
        string id = row.Text(0);
        if (!_nodes.ContainsKey(id))
        {
            Demand(_nodes.Count + 1);
            _nodes.Add(id, _builder.AddNode(id, PartNode.ReadColumns(row, _columns)));
            _edges.AddRange(PartEdge.ReadContainers(row, PartNode.Containers, id));
        }
    }

    private async Task EachAsync(string question, IReadOnlyCollection<string> of, Action<QueryParameters> set, Action<QueryRow> read, CancellationToken cancellation)
    {
        foreach (string[] ids in of.Distinct(StringComparer.Ordinal).Chunk(MostIds))
        {
            QueryParameters parameters = new QueryParameters().Set("of", ids).Set("run", version.Value);
            set(parameters);
            await foreach (bool _ in client.StreamAsync(new Query(CypherFile.Named("queries/parts/" + question), parameters), row =>
            {
                read(row);
                return true;
            }, cancellation).ConfigureAwait(false))
            {
            }
        }
    }

    private void Demand(int nodes)
    {
        if (nodes > bounds.MostNodes)
        {
            throw new StoreException(StoreReason.TooLarge, $"The answer needs more than {bounds.MostNodes:N0} nodes of the graph at once. Narrow the question (maxDepth, certainty, fewer starts), or ask a server with --engine memory.");
        }
    }
}
