using System.Collections.Immutable;
using NhiGraph.Graph.Model;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Reading;
using NhiGraph.Storage.Runs;
using NhiGraph.Storage.Sqlite.Engine;
using NhiGraph.Storage.Sqlite.Writing;

namespace NhiGraph.Storage.Sqlite.Reading;

/// <summary>Nodes and what is asserted of them.</summary>
internal static class NodeReading
{
    internal static IEnumerable<Assertion> AssertionsOfOwner(StoreConnection connection, RunId version, string owner)
    {
        var names = new StoredNames(connection);
        return names.TextId(owner) is { } id ? connection["assertions_of_owner"].Bind(1, version.Value).Bind(2, id).Rows(row => Assertion(row, names)) : [];
    }

    internal static ImmutableArray<Assertion> AssertionsOf(StoreConnection connection, RunId version, IReadOnlyCollection<string> nodes)
    {
        var names = new StoredNames(connection);
        return [.. nodes.Distinct(StringComparer.Ordinal).Select(key => connection["find_node_key"].Bind(1, key).Number()).OfType<long>()
            .SelectMany(node => connection["assertions_of_node"].Bind(1, version.Value).Bind(2, node).Rows(row => Assertion(row, names)))];
    }

    internal static ImmutableArray<StoredNode> Of(StoreConnection connection, RunId version, IReadOnlyCollection<string> keys)
    {
        var names = new StoredNames(connection);
        ImmutableArray<StoredNode>.Builder found = ImmutableArray.CreateBuilder<StoredNode>(keys.Count);
        foreach (string key in keys.Distinct(StringComparer.Ordinal))
        {
            if (connection["find_node_key"].Bind(1, key).Number() is not { } id)
            {
                continue;
            }

            Statement row = connection["node_at"].Bind(1, version.Value).Bind(2, id);
            if (row.Step())
            {
                var node = new GraphNode(key, (NodeKinds)row.Int32(0), row.Text(1), PropertiesJson.Read(row.Bytes(2)));
                DateTimeOffset firstSeen = TimeText.Read(row.Text(3));
                row.Reset();
                found.Add(Seen(connection, version, node, id, firstSeen, names));
            }
        }

        return found.DrainToImmutable();
    }

    private static StoredNode Seen(StoreConnection connection, RunId version, GraphNode node, long id, DateTimeOffset firstSeen, StoredNames names)
    {
        var assertions = new List<(long Fact, long Opened)>();
        Statement row = connection["asserted_facts_of_node"].Bind(1, version.Value).Bind(2, id);
        while (row.Step())
        {
            assertions.Add((row.Int64(0), row.Int64(1)));
        }

        DateTimeOffset lastSeen = firstSeen;
        if (assertions.Count > 0)
        {
            lastSeen = Time(connection["finished_at"].Bind(1, assertions.Max(assertion => assertion.Opened))) ?? firstSeen;
            foreach (long fact in assertions.Select(assertion => assertion.Fact))
            {
                DateTimeOffset read = Time(connection["last_read_of_dataset"].Bind(1, version.Value).Bind(2, fact)) ?? lastSeen;
                lastSeen = read > lastSeen ? read : lastSeen;
            }
        }

        return new StoredNode(node, firstSeen, lastSeen, [.. assertions.Select(assertion => new NodeAssertion(names.Fact(assertion.Fact), new RunId(assertion.Opened)))]);
    }

    private static DateTimeOffset? Time(Statement row)
    {
        DateTimeOffset? time = row.Step() && row.TextOrNull(0) is { } text ? TimeText.Read(text) : null;
        row.Reset();
        return time;
    }

    /// <summary>A row of node, fact, owner, opened, weight, kinds, name, properties.</summary>
    internal static Assertion Assertion(Statement row, StoredNames names)
    {
        var node = new GraphNode(names.Node(row.Int64(0)), (NodeKinds)row.Int32(5), row.Text(6), PropertiesJson.Read(row.Bytes(7)));
        return new Assertion(node, names.Fact(row.Int64(1)), names.Text(row.Int64(2)), row.Int32(4));
    }

    /// <summary>A row of node, kinds, name, properties.</summary>
    internal static GraphNode Node(Statement row, StoredNames names) => new(names.Node(row.Int64(0)), (NodeKinds)row.Int32(1), row.Text(2), PropertiesJson.Read(row.Bytes(3)));
}
