using System.Collections.Immutable;
using NhiGraph.Graph.Model;
using NhiGraph.Storage.Neo4j.Model;
using NhiGraph.Storage.Neo4j.QueryApi;
using NhiGraph.Storage.Reading;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Storage.Neo4j.Reading;

/// <summary>Nodes with who says that they are there.</summary>
internal sealed class NodeReading(QueryApiClient client, FactReading facts, RunLog log)
{
    /// <summary>The nodes of these keys without their assertions, each once: a state that a sweep is moving may be met twice, the first counts.</summary>
    internal async Task<Dictionary<string, (GraphNode Node, long FirstRun)>> StatesAsync(RunId version, IEnumerable<string> keys, CancellationToken cancellation)
    {
        var found = new Dictionary<string, (GraphNode, long)>(StringComparer.Ordinal);
        var query = new Query(CypherFile.Named("load/nodes"), new QueryParameters().Set("run", version.Value).Set("ids", keys));
        foreach ((GraphNode node, long first) in await client.RowsAsync(query, static row => (Node(row, 0), row.Number(2)), cancellation).ConfigureAwait(false))
        {
            found.TryAdd(node.Key, (node, first));
        }

        return found;
    }

    internal async Task<ImmutableArray<StoredNode>> NodesAsync(RunId version, IReadOnlyCollection<string> keys, CancellationToken cancellation)
    {
        string[] distinct = [.. keys.Distinct(StringComparer.Ordinal)];
        Dictionary<string, (GraphNode Node, long FirstRun)> states = await StatesAsync(version, distinct, cancellation).ConfigureAwait(false);
        ILookup<string, NodeAssertion> assertions = (await facts.AssertionsOfAsync(version, states.Keys, cancellation).ConfigureAwait(false))
            .ToLookup(said => said.Assertion.Node.Key, said => new NodeAssertion(said.Assertion.Fact, new RunId(said.Since)), StringComparer.Ordinal);
        return [.. states.Values.Select(state =>
        {
            ImmutableArray<NodeAssertion> said = [.. assertions[state.Node.Key]];
            DateTimeOffset firstSeen = log.StartedAt(state.FirstRun) ?? throw new StoreException(StoreReason.Unreadable, $"Run {state.FirstRun}, which first saw {state.Node.Key}, is gone from the store.");
            return new StoredNode(state.Node, firstSeen, log.LastSeen(said, version) ?? firstSeen, said);
        })];
    }

    /// <summary>The node of two columns: the list of its kinds' labels, and the map of its properties.</summary>
    internal static GraphNode Node(QueryRow row, int column) => NodeCode.Read(NodeCode.KindsOf(row.Texts(column)), row.Json(column + 1));
}
